// SPDX-License-Identifier: Apache-2.0

package main

import (
	"maps"
	"slices"
	"strings"

	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// customFields are those of a custom kind, as far as its schema says more of them than that they are there.
func customFields(gvk schema.GroupVersionKind, structural *structuralschema.Structural) []field {
	kind := kindName(gvk)
	return append(fieldsBelow(kind, gvk.Kind, structural), field{of: kind, name: "metadata", holds: "ObjectMeta"})
}

// fieldsBelow are those of the type, and of what it holds; types within one go by the path to them.
func fieldsBelow(of, path string, structural *structuralschema.Structural) []field {
	var found []field
	for _, name := range slices.Sorted(maps.Keys(structural.Properties)) {
		if serverWritten[name] {
			continue
		}
		property := structural.Properties[name]
		own := field{of: of, name: name}
		if value := property.Default.Object; value != nil {
			own.defaults = []fallback{{value: text(value)}}
		}
		if property.XListType != nil && *property.XListType == "set" {
			own.keys = "set"
		}
		own.keys += strings.Join(property.XListMapKeys, " ")
		inside := path + "." + name
		inner, shape := &property, inside
		if property.Items != nil {
			inner, shape = property.Items, "["+inside+"]"
		} else if property.AdditionalProperties != nil && property.AdditionalProperties.Structural != nil {
			inner, shape = property.AdditionalProperties.Structural, "{"+inside+"}"
		}
		below := fieldsBelow(inside, inside, inner)
		if len(below) > 0 {
			own.holds = shape
		} else if own.keys != "" {
			own.holds = "[]"
		}
		found = append(found, below...)
		if own.holds+own.keys != "" || own.defaults != nil {
			found = append(found, own)
		}
	}
	return found
}
