// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime"
)

// complaints are the reasons that the error holds; none when there is no error.
func complaints(err error) []Complaint {
	var status *apierrors.StatusError
	if err == nil {
		return []Complaint{}
	}
	if strict, ok := runtime.AsStrictDecodingError(err); ok {
		return unread(strict.Errors())
	}
	if errors.As(err, &status) {
		return refused(status)
	}
	return unread([]error{err})
}

// unread are the reasons of what could not be read.
func unread(errs []error) []Complaint {
	found := make([]Complaint, 0, len(errs))
	for _, err := range errs {
		found = append(found, Complaint{Type: "Decode", Detail: err.Error()})
	}
	return found
}

// refused are the reasons of what was read and found wrong.
func refused(status *apierrors.StatusError) []Complaint {
	details := status.ErrStatus.Details
	if details == nil || len(details.Causes) == 0 {
		return []Complaint{{Type: string(status.ErrStatus.Reason), Detail: status.ErrStatus.Message}}
	}
	found := make([]Complaint, 0, len(details.Causes))
	for _, cause := range details.Causes {
		found = append(found, Complaint{Type: string(cause.Type), Field: cause.Field, Detail: cause.Message})
	}
	return found
}
