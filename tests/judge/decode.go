// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// strict refuses unknown and duplicate fields, as a server does that is asked for strict validation of fields.
var strict = serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()

// builtIn is a kind of Kubernetes' own.
func builtIn(group schema.GroupVersion, resource string, strategy strategy) *kind {
	return &kind{
		strategy: strategy,
		resource: group.WithResource(resource),
		decode:   func(data []byte) (runtime.Object, error) { return runtime.Decode(strict, data) },
		encode: func(object runtime.Object) ([]byte, error) {
			return runtime.Encode(legacyscheme.Codecs.LegacyCodec(group), object)
		},
	}
}

// kindOf is the kind that the object says it is of.
func kindOf(data []byte) (*kind, error) {
	var stated metav1.TypeMeta
	if err := json.Unmarshal(data, &stated); err != nil {
		return nil, err
	}
	found, ok := kinds[stated.GroupVersionKind()]
	if !ok {
		return nil, fmt.Errorf("no kind %q of %q is known", stated.Kind, stated.APIVersion)
	}
	return found, nil
}

// decode is the object and its kind, or why it cannot be read.
func decode(data []byte) (*kind, runtime.Object, error) {
	found, err := kindOf(data)
	if err != nil {
		return nil, nil, err
	}
	object, err := found.decode(data)
	return found, object, err
}
