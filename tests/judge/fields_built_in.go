// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kube-openapi/pkg/common"
	"k8s.io/kube-openapi/pkg/validation/spec"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/generated/openapi"
)

// serverWritten are fields that nobody writes but the server.
var serverWritten = map[string]bool{"status": true, "managedFields": true}

// unsampled are fields of which another takes more than a table can tell: the tag of an image, and texts to encode.
var unsampled = map[string]bool{"image": true, "reference": true, "stringData": true}

// What is put into a field to learn what depends on it, and is found nowhere else.
const someText, someNumber = "some", 7

// types are the types of built-in kinds that were met, and what was learned of them.
type types struct {
	schemas map[string]common.OpenAPIDefinition
	// met are the types by name, with the defaults of each where it first stood: what stands elsewhere must be the same.
	met map[string]met
}

// met is a type that was met, and its defaults when nothing is said.
type met struct {
	holder   reflect.Type
	defaults string
}

func newTypes() *types {
	ref := func(path string) spec.Ref { return spec.Ref{} }
	return &types{schemas: openapi.GetOpenAPIDefinitions(ref), met: map[string]met{}}
}

// place is where a value of a type stands in an object of a kind.
type place struct {
	gvk   schema.GroupVersionKind
	known *kind
	// steps are the fields on the way, in brackets where they are lists.
	steps []string
}

// within is the place of what the field holds.
func (p place) within(member member) place {
	step := member.name
	if member.held.Kind() == reflect.Slice {
		step = "[" + step + "]"
	}
	return place{p.gvk, p.known, append(slices.Clone(p.steps), step)}
}

// isOthers tells of a field that says nothing to be compared: the server writes it, or it says which kind this is.
func isOthers(member member, at place) bool {
	isKind := member.name == "apiVersion" || member.name == "kind"
	return serverWritten[member.name] || (isKind && len(at.steps) == 0)
}

// fields are those of the kind, and of every type in it that was not met before.
func (t *types) fields(gvk schema.GroupVersionKind, known *kind) ([]field, error) {
	object, err := legacyscheme.Scheme.New(gvk)
	if err != nil {
		return nil, err
	}
	return t.below(kindName(gvk), reflect.TypeOf(object).Elem(), place{gvk: gvk, known: known})
}

// below are the fields of the type that stands at the place, and of what it holds.
func (t *types) below(of string, holder reflect.Type, at place) ([]field, error) {
	bare := at.filled(map[string]any{})
	now := met{holder, text(bare)}
	if earlier, ok := t.met[of]; ok {
		if earlier != now {
			return nil, fmt.Errorf("%s at %v is %v, and elsewhere %v", of, at.steps, now, earlier)
		}
		return nil, nil
	}
	t.met[of] = now
	var found []field
	for _, member := range members(holder) {
		if isOthers(member, at) {
			continue
		}
		own, inner := t.described(of, holder, member)
		if inner != nil {
			below, err := t.below(inner.Name(), inner, at.within(member))
			if err != nil {
				return nil, err
			}
			found = append(found, below...)
		}
		own.defaults = t.defaults(holder, member, at, bare)
		found = append(found, own)
	}
	return found, nil
}

// described is what the type itself says of the field, and the type of what it holds, where that has fields.
func (t *types) described(of string, holder reflect.Type, member member) (field, reflect.Type) {
	held, form := member.held, "%s"
	own := field{of: of, name: member.name}
	isNumberOrText := held == reflect.TypeFor[intstr.IntOrString]()
	own.isEmptyAbsent = isNumberOrText || (held.Kind() != reflect.Pointer && held.Kind() != reflect.Struct)
	switch held.Kind() {
	case reflect.Pointer:
		held = held.Elem()
	case reflect.Slice:
		held, form = held.Elem(), "[%s]"
		own.keys = t.keys(holder, member)
	case reflect.Map:
		held, form = held.Elem(), "{%s}"
	}
	switch {
	case held == reflect.TypeFor[resource.Quantity]():
		own.holds = fmt.Sprintf(form, "Quantity")
	case held.Kind() == reflect.Struct && !isPlain(held):
		own.holds = fmt.Sprintf(form, held.Name())
		return own, held
	case form != "%s" && held.Kind() != reflect.Uint8:
		own.holds = fmt.Sprintf(form, "")
	}
	return own, nil
}

// isPlain tells of a struct that is no mapping in JSON.
func isPlain(held reflect.Type) bool {
	return held == reflect.TypeFor[intstr.IntOrString]() || held == reflect.TypeFor[metav1.Time]()
}

// keys are the fields by which the list's elements are told apart, as Kubernetes says.
func (t *types) keys(holder reflect.Type, member member) string {
	if _, isObject := reflect.New(member.held.Elem()).Interface().(metav1.Object); isObject {
		return "metadata.name"
	}
	stated := t.schemaOf(holder).Properties[member.name].Extensions
	if kind, _ := stated.GetString("x-kubernetes-list-type"); kind == "set" {
		return kind
	}
	if keys, ok := stated["x-kubernetes-list-map-keys"].([]any); ok {
		names := make([]string, len(keys))
		for index, key := range keys {
			names[index] = key.(string)
		}
		return strings.Join(names, " ")
	}
	return member.mergeKey
}

// schemaOf is what Kubernetes publishes of the type.
func (t *types) schemaOf(holder reflect.Type) spec.Schema {
	if named, ok := reflect.Zero(holder).Interface().(interface{ OpenAPIModelName() string }); ok {
		return t.schemas[named.OpenAPIModelName()].Schema
	}
	return spec.Schema{}
}

// defaults are what stands in the field when nothing is said, by what else is said.
func (t *types) defaults(holder reflect.Type, of member, at place, bare map[string]any) []fallback {
	usual := t.stated(of, bare)
	var found []fallback
	for _, other := range members(holder) {
		if other.name == of.name || isOthers(other, at) || (unsampled[other.name] && other.held.Kind() != reflect.Pointer) {
			continue
		}
		for _, value := range t.samples(holder, other) {
			// With `type: RollingUpdate` spelt out, the server leaves `rollingUpdate` out, and means the same.
			if text(value) == text(bare[other.name]) {
				continue
			}
			filled := at.filled(map[string]any{other.name: value})
			if filled == nil {
				continue
			}
			found = noted(found, condition(other, value), value, t.stated(of, filled), usual)
		}
	}
	if usual != "" {
		found = append(found, fallback{value: usual})
	}
	return found
}

// noted are the defaults with what was found under the condition, if that is not what is usual.
func noted(found []fallback, condition string, value any, now, usual string) []fallback {
	if now == usual {
		return found
	}
	if now == text(value) && (value == someText || value == someNumber) {
		return append(found, fallback{when: []string{condition}, value: "@" + condition})
	}
	for index := range found {
		if found[index].value == now {
			found[index].when = append(found[index].when, condition)
			return found
		}
	}
	return append(found, fallback{when: []string{condition}, value: now})
}

// condition is how the table says that the field holds the value.
func condition(of member, value any) string {
	if word, ok := value.(string); ok && word != someText {
		return of.name + "=" + word
	}
	return of.name
}

// stated is what stands in the field, as JSON: `{}` for what its own type fills in, and nothing for what stands in a
// field that must be given and was not.
func (t *types) stated(of member, filled map[string]any) string {
	value, held := text(filled[of.name]), of.held
	isPointer := held.Kind() == reflect.Pointer
	if isPointer {
		held = held.Elem()
	}
	switch {
	case value == "null", !isPointer && slices.Contains([]string{`""`, "false", "0"}, value):
		return ""
	case held.Kind() == reflect.Struct && value == t.met[held.Name()].defaults:
		return "{}"
	}
	return value
}

// samples are values for the field, each of its words where it has a vocabulary.
func (t *types) samples(holder reflect.Type, of member) []any {
	if words := t.schemaOf(holder).Properties[of.name].Enum; len(words) > 0 {
		return words
	}
	if of.name == "kind" { // of a subject; other kinds decide nothing
		return []any{"ServiceAccount", "User", "Group"}
	}
	return []any{sample(of.held)}
}

// sample is a value of the type.
func sample(held reflect.Type) any {
	switch held.Kind() {
	case reflect.Pointer:
		return sample(held.Elem())
	case reflect.Slice:
		return []any{sample(held.Elem())}
	case reflect.Map:
		return map[string]any{someText: sample(held.Elem())}
	case reflect.Struct:
		if held == reflect.TypeFor[intstr.IntOrString]() {
			return someNumber
		}
		return map[string]any{}
	case reflect.String:
		return someText
	case reflect.Bool:
		return true
	default:
		return someNumber
	}
}

// filled is what the server makes of the value at the place; nothing where it cannot be read.
func (p place) filled(value map[string]any) map[string]any {
	var held any = value
	for _, step := range slices.Backward(p.steps) {
		name := strings.Trim(step, "[]")
		if name != step {
			held = []any{held}
		}
		held = map[string]any{name: held}
	}
	object := held.(map[string]any)
	object["apiVersion"], object["kind"] = p.gvk.GroupVersion().String(), p.gvk.Kind
	stored, err := filled(p.known, []byte(text(object)))
	if err != nil {
		return nil
	}
	var found any
	if err := json.Unmarshal(stored, &found); err != nil {
		return nil
	}
	for _, step := range p.steps {
		name := strings.Trim(step, "[]")
		if found = found.(map[string]any)[name]; found == nil {
			return value // the server takes away what stands here with nothing beside it
		}
		if name != step {
			found = found.([]any)[0]
		}
	}
	return found.(map[string]any)
}

// member is a field of a Go type, as JSON has it.
type member struct {
	name     string
	held     reflect.Type
	mergeKey string
}

// members are the fields of the type, with those of the types that stand inline in it.
func members(holder reflect.Type) []member {
	var found []member
	for index := range holder.NumField() {
		own := holder.Field(index)
		name, _, _ := strings.Cut(own.Tag.Get("json"), ",")
		switch {
		case name != "" && name != "-":
			found = append(found, member{name, own.Type, own.Tag.Get("patchMergeKey")})
		case own.Anonymous:
			found = append(found, members(own.Type)...)
		}
	}
	return found
}
