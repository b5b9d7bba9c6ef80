// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"

	"k8s.io/api/core/v1"
	"k8s.io/kubernetes/pkg/fieldpath"
	"k8s.io/kubernetes/third_party/forked/golang/expansion"
)

// source is what variables may refer to: kind and name of a Secret or ConfigMap to its keys.
type source map[[2]string]map[string]string

// sourceOf are the contents of the Secrets and ConfigMaps.
func sourceOf(objects []json.RawMessage) source {
	found := source{}
	for _, raw := range objects {
		object, _ := create(raw, true)
		if object == nil {
			continue
		}
		switch held := must(versioned(object)).(type) {
		case *v1.ConfigMap:
			found[[2]string{"ConfigMap", held.Name}] = held.Data
		case *v1.Secret:
			found[[2]string{"Secret", held.Name}] = texts(held.Data)
		}
	}
	return found
}

func texts(data map[string][]byte) map[string]string {
	found := make(map[string]string, len(data))
	for key, value := range data {
		found[key] = string(value)
	}
	return found
}

// started is what each container of the pod is started with, expanded as the kubelet does.
func started(pod *v1.Pod, beside source) map[string]Started {
	found := map[string]Started{}
	for _, container := range append(append([]v1.Container{}, pod.Spec.InitContainers...), pod.Spec.Containers...) {
		variables := environment(pod, container, beside)
		mapping := expansion.MappingFuncFor(variables)
		found[container.Name] = Started{variables, expanded(container.Command, mapping), expanded(container.Args, mapping)}
	}
	return found
}

// environment are the container's variables; one that refers to what is not there is left out.
func environment(pod *v1.Pod, container v1.Container, beside source) map[string]string {
	variables := map[string]string{}
	mapping := expansion.MappingFuncFor(variables)
	for _, variable := range container.Env {
		if variable.ValueFrom == nil {
			variables[variable.Name] = expansion.Expand(variable.Value, mapping)
		} else if value, ok := referred(pod, variable.ValueFrom, beside); ok {
			variables[variable.Name] = value
		}
	}
	return variables
}

// referred is the value that the variable refers to, where it is known before the pod runs.
func referred(pod *v1.Pod, from *v1.EnvVarSource, beside source) (string, bool) {
	switch {
	case from.SecretKeyRef != nil:
		value, ok := beside[[2]string{"Secret", from.SecretKeyRef.Name}][from.SecretKeyRef.Key]
		return value, ok
	case from.ConfigMapKeyRef != nil:
		value, ok := beside[[2]string{"ConfigMap", from.ConfigMapKeyRef.Name}][from.ConfigMapKeyRef.Key]
		return value, ok
	case from.FieldRef != nil:
		value, err := fieldpath.ExtractFieldPathAsString(pod, from.FieldRef.FieldPath)
		return value, err == nil
	}
	return "", false
}

func expanded(words []string, mapping func(string) string) []string {
	found := make([]string, 0, len(words))
	for _, word := range words {
		found = append(found, expansion.Expand(word, mapping))
	}
	return found
}
