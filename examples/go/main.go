// SPDX-License-Identifier: Apache-2.0

// Build a manifest, validate it, and print the first problem.
package main

import (
	"errors"
	"fmt"
	"log"

	"buf.build/go/protovalidate"
	"example.com/postgres/gen/org/project_planton/provider/kubernetes"
	statefulset "example.com/postgres/gen/org/project_planton/provider/kubernetes/kubernetesstatefulset/v1"
	"example.com/postgres/gen/org/project_planton/shared"
	foreignkey "example.com/postgres/gen/org/project_planton/shared/foreignkey/v1"
)

func main() {
	manifest := &statefulset.KubernetesStatefulSet{
		ApiVersion: "kubernetes.project-planton.org/v1",
		Kind:       "KubernetesStatefulSet",
		Metadata:   &shared.CloudResourceMetadata{Name: "Postgres_DB"},
		Spec: &statefulset.KubernetesStatefulSetSpec{
			Namespace: &foreignkey.StringValueOrRef{
				LiteralOrRef: &foreignkey.StringValueOrRef_Value{Value: "database"},
			},
			Container: &statefulset.KubernetesStatefulSetContainer{
				App: &statefulset.KubernetesStatefulSetContainerApp{
					Image: &kubernetes.ContainerImage{Repo: "postgres", Tag: "16.4"},
				},
			},
		},
	}
	err := protovalidate.Validate(manifest)
	var invalid *protovalidate.ValidationError
	switch {
	case err == nil:
		fmt.Println("valid")
	case errors.As(err, &invalid):
		fmt.Println(invalid.Violations[0])
	default:
		log.Fatal(err)
	}
}
