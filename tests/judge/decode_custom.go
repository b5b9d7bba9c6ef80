// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"

	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/json"
)

// decodeCustom is the object with the defaults of its schema; unknown and duplicate fields are errors.
func decodeCustom(data []byte, structural *structuralschema.Structural) (runtime.Object, error) {
	object := &unstructured.Unstructured{}
	wrong, err := json.UnmarshalStrict(data, &object.Object)
	if err != nil {
		return nil, err
	}
	unknown, err := prune(object, structural)
	if err != nil {
		return nil, err
	}
	for _, path := range unknown {
		wrong = append(wrong, fmt.Errorf("unknown field %q", path))
	}
	if len(wrong) > 0 {
		return nil, runtime.NewStrictDecodingError(wrong)
	}
	defaulting.Default(object.Object, structural)
	return object, nil
}

// prune removes what the schema does not know, and says where it stood.
func prune(object *unstructured.Unstructured, structural *structuralschema.Structural) ([]string, error) {
	metadata, _, unknown, err := objectmeta.GetObjectMetaWithOptions(
		object.Object, objectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true})
	if err != nil {
		return nil, err
	}
	tracked := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	unknown = append(unknown, pruning.PruneWithOptions(object.Object, structural, true, tracked)...)
	defaulting.PruneNonNullableNullsWithoutDefaults(object.Object, structural)
	failed, within := objectmeta.CoerceWithOptions(
		nil, object.Object, structural, false, objectmeta.CoerceOptions{ReturnUnknownFieldPaths: true})
	if failed != nil {
		return nil, failed
	}
	return append(unknown, within...), objectmeta.SetObjectMeta(object.Object, metadata)
}
