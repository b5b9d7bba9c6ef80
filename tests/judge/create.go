// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/rest"
)

// create is the object as it would be stored, nothing if it is refused, and what the server says.
func create(data []byte, brief bool) (runtime.Object, Answer) {
	found, object, err := decode(data)
	if err != nil {
		return nil, Answer{Errors: complaints(err), Warnings: []string{}}
	}
	ctx, heard := requestFor(found, metadata(object))
	if err = found.create(ctx, object); err != nil {
		return nil, judged(found, nil, heard, err, brief)
	}
	return object, judged(found, object, heard, nil, brief)
}

// create does to the object what a store does before it writes it down.
func (k *kind) create(ctx context.Context, object runtime.Object) error {
	rest.FillObjectMetaSystemFields(metadata(object))
	if k.beginCreate != nil {
		if err := k.beginCreate(ctx, object); err != nil {
			return err
		}
	}
	return rest.BeforeCreate(k.strategy, ctx, object)
}
