// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/warning"
)

// recorder keeps the warnings that a request meets.
type recorder struct{ warnings []string }

// AddWarning keeps one more warning.
func (r *recorder) AddWarning(_, text string) { r.warnings = append(r.warnings, text) }

// requestFor is the context of a request about the object, in its namespace or the default one, as kubectl makes it.
func requestFor(found *kind, object metav1.Object) (context.Context, *recorder) {
	space := metav1.NamespaceNone
	if found.strategy.NamespaceScoped() {
		if space = object.GetNamespace(); space == "" {
			space = metav1.NamespaceDefault
		}
	}
	heard := &recorder{warnings: []string{}}
	ctx := request.WithNamespace(request.NewContext(), space)
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true,
		APIGroup:          found.resource.Group,
		APIVersion:        found.resource.Version,
		Resource:          found.resource.Resource,
		Namespace:         space,
		Name:              object.GetName(),
	})
	return warning.WithWarningRecorder(ctx, heard), heard
}

// judged is the answer about an object that was put through its strategy.
func judged(found *kind, object runtime.Object, heard *recorder, err error, brief bool) Answer {
	told := Answer{Errors: complaints(err), Warnings: heard.warnings}
	if err == nil && !brief {
		told.Object, err = found.encode(object)
		told.Errors = complaints(err)
	}
	return told
}

// metadata is the object's own.
func metadata(object runtime.Object) metav1.Object {
	accessor, err := meta.Accessor(object)
	if err != nil {
		panic(err) // every kind that is judged has metadata
	}
	return accessor
}
