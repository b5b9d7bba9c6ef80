// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
)

// field is what is to be known of a field before two objects can be compared.
type field struct {
	// of is the type that has the field: a kind with its apiVersion, or a part of one.
	of, name string
	// holds is the type of what stands there, in brackets for a list of it, in braces for a map; empty for plain values.
	holds string
	// keys are the fields by which a list's elements are told apart; `set` for plain values whose order says nothing.
	keys string
	// isEmptyAbsent tells that an empty value is the same as none.
	isEmptyAbsent bool
	// defaults are what stands there when nothing is said, by what else is said.
	defaults []fallback
}

// fallback is a default and its condition.
type fallback struct {
	// when are the fields one of which must be there, or be of a value; none for what holds otherwise.
	when []string
	// value is JSON, `@` and another field's name for that field's value, or nothing.
	value string
}

// columns are the table's.
var columns = []string{"type", "field", "holds", "keys", "empty", "when", "default"}

// compared are the kinds whose fields are written down.
var compared = []schema.GroupVersionKind{
	{Group: "apps", Version: "v1", Kind: "StatefulSet"},
	{Version: "v1", Kind: "ConfigMap"},
	{Version: "v1", Kind: "Namespace"},
	{Version: "v1", Kind: "Secret"},
	{Version: "v1", Kind: "Service"},
	{Version: "v1", Kind: "ServiceAccount"},
	{Group: "policy", Version: "v1", Kind: "PodDisruptionBudget"},
	{Group: "networking.k8s.io", Version: "v1", Kind: "Ingress"},
	{Group: "networking.k8s.io", Version: "v1", Kind: "NetworkPolicy"},
	{Group: "rbac.authorization.k8s.io", Version: "v1", Kind: "Role"},
	{Group: "rbac.authorization.k8s.io", Version: "v1", Kind: "RoleBinding"},
	{Group: "cert-manager.io", Version: "v1", Kind: "Certificate"},
	{Group: "gateway.networking.k8s.io", Version: "v1", Kind: "Gateway"},
	{Group: "gateway.networking.k8s.io", Version: "v1", Kind: "GRPCRoute"},
	{Group: "gateway.networking.k8s.io", Version: "v1", Kind: "HTTPRoute"},
}

// writeFields writes down the fields of the compared kinds, a row for each default of each.
func writeFields(out io.Writer) error {
	var found []field
	types := newTypes()
	for _, gvk := range compared {
		known, ok := kinds[gvk]
		if !ok {
			return fmt.Errorf("%s is not known", gvk)
		}
		if known.structural != nil {
			found = append(found, customFields(gvk, known.structural)...)
			continue
		}
		own, err := types.fields(gvk, known)
		if err != nil {
			return err
		}
		found = append(found, own...)
	}
	slices.SortStableFunc(found, func(a, b field) int {
		return strings.Compare(a.of+"\t"+a.name, b.of+"\t"+b.name)
	})
	lines := []string{strings.Join(columns, "\t")}
	for _, each := range found {
		lines = append(lines, each.rows()...)
	}
	_, err := io.WriteString(out, strings.Join(lines, "\n")+"\n")
	return err
}

// rows are the field's in the table; none where there is nothing to be known.
func (f field) rows() []string {
	empty := ""
	if f.isEmptyAbsent {
		empty = "absent"
	}
	fallbacks := f.defaults
	if len(fallbacks) == 0 && f.holds+f.keys+empty != "" {
		fallbacks = []fallback{{}}
	}
	var rows []string
	for _, each := range fallbacks {
		row := []string{f.of, f.name, f.holds, f.keys, empty, strings.Join(each.when, " "), each.value}
		rows = append(rows, strings.Join(row, "\t"))
	}
	return rows
}

// kindName is what the table calls a kind.
func kindName(gvk schema.GroupVersionKind) string {
	return gvk.GroupVersion().String() + " " + gvk.Kind
}

// text is the value as JSON.
func text(value any) string {
	return string(must(json.Marshal(value)))
}
