// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/rest"
)

// update is what the server says when the old object, which it has accepted, is to become the new one.
func update(question Question) (told Answer) {
	// A server ends the request with status 500 where it panics, as some Services that change their family make it.
	defer func() {
		if reason := recover(); reason != nil {
			told = Answer{Errors: []Complaint{{Type: "InternalError", Detail: fmt.Sprint(reason)}}, Warnings: []string{}}
		}
	}()
	old, told := create(question.Old, true)
	if old == nil {
		return told
	}
	found, object, err := decode(question.Object)
	if err != nil {
		return Answer{Errors: complaints(err), Warnings: []string{}}
	}
	ctx, heard := requestFor(found, metadata(object))
	return judged(found, object, heard, found.update(ctx, object, old), question.Brief)
}

// update does to the object what a store does before it writes it over the old one.
func (k *kind) update(ctx context.Context, object, old runtime.Object) error {
	metadata(old).SetResourceVersion("1")
	metadata(object).SetResourceVersion("1")
	if k.beginUpdate != nil {
		if err := k.beginUpdate(ctx, object, old); err != nil {
			return err
		}
	}
	return rest.BeforeUpdate(k.strategy, ctx, object, old)
}
