// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apiextensions-apiserver/pkg/crdserverscheme"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresource"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/yaml"
)

// addCustomKinds makes known the kinds that the folder's CustomResourceDefinitions define.
func addCustomKinds(folder string) error {
	paths, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := addDefinition(path); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// addDefinition makes known each version of the kind that the file defines, if it defines one.
func addDefinition(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var definition apiextensionsv1.CustomResourceDefinition
	if err := yaml.Unmarshal(text, &definition); err != nil || definition.Kind != "CustomResourceDefinition" {
		return err
	}
	for _, version := range definition.Spec.Versions {
		gvk := schema.GroupVersionKind{Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind}
		if kinds[gvk], err = custom(gvk, definition.Spec, version); err != nil {
			return err
		}
	}
	return nil
}

// custom is a kind as one version of its definition has it.
func custom(
	gvk schema.GroupVersionKind, spec apiextensionsv1.CustomResourceDefinitionSpec, version apiextensionsv1.CustomResourceDefinitionVersion,
) (*kind, error) {
	var internal apiextensions.CustomResourceValidation
	if err := apiextensionsv1.Convert_v1_CustomResourceValidation_To_apiextensions_CustomResourceValidation(version.Schema, &internal, nil); err != nil {
		return nil, err
	}
	structural, err := structuralschema.NewStructural(internal.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	validator, _, err := validation.NewSchemaValidator(internal.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	if err := defaulting.PruneDefaults(structural); err != nil {
		return nil, err
	}
	scoped := spec.Scope == apiextensionsv1.NamespaceScoped
	typer, status := crdserverscheme.NewUnstructuredObjectTyper(), &apiextensions.CustomResourceSubresourceStatus{}
	return &kind{
		strategy:   customresource.NewStrategy(typer, scoped, gvk, validator, nil, structural, status, nil, version.SelectableFields),
		resource:   gvk.GroupVersion().WithResource(spec.Names.Plural),
		decode:     func(data []byte) (runtime.Object, error) { return decodeCustom(data, structural) },
		encode:     func(object runtime.Object) ([]byte, error) { return object.(*unstructured.Unstructured).MarshalJSON() },
		structural: structural,
	}, nil
}
