// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"

	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	_ "k8s.io/kubernetes/pkg/apis/apps/install" // the kinds' defaults and conversions
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
)

// strategy is what an API server asks about the objects of one kind.
type strategy interface {
	rest.RESTCreateStrategy
	rest.RESTUpdateStrategy
}

// kind is how the objects of one kind are read, filled in and judged.
type kind struct {
	strategy strategy
	resource schema.GroupVersionResource
	// decode gives the object with its defaults; an object with an error is one that strictness alone refuses.
	decode func([]byte) (runtime.Object, error)
	// encode gives the object as a client sees it.
	encode func(runtime.Object) ([]byte, error)
	// beginCreate and beginUpdate do what the kind's storage does before it judges.
	beginCreate func(ctx context.Context, object runtime.Object) error
	beginUpdate func(ctx context.Context, object, old runtime.Object) error
	// structural is the schema of a custom kind.
	structural *structuralschema.Structural
}

var kinds = builtInKinds()

func builtInKinds() map[schema.GroupVersionKind]*kind {
	core := schema.GroupVersion{Version: "v1"}
	apps := schema.GroupVersion{Group: "apps", Version: "v1"}
	policy := schema.GroupVersion{Group: "policy", Version: "v1"}
	networking := schema.GroupVersion{Group: "networking.k8s.io", Version: "v1"}
	rbac := schema.GroupVersion{Group: "rbac.authorization.k8s.io", Version: "v1"}
	services := builtIn(core, "services", service.Strategy)
	services.beginCreate, services.beginUpdate = serviceStorage()
	return map[schema.GroupVersionKind]*kind{
		core.WithKind("ConfigMap"):             builtIn(core, "configmaps", configmap.Strategy),
		core.WithKind("Namespace"):             builtIn(core, "namespaces", namespace.Strategy),
		core.WithKind("PersistentVolumeClaim"): builtIn(core, "persistentvolumeclaims", persistentvolumeclaim.Strategy),
		core.WithKind("Pod"):                   builtIn(core, "pods", pod.Strategy),
		core.WithKind("Secret"):                builtIn(core, "secrets", secret.Strategy),
		core.WithKind("Service"):               services,
		core.WithKind("ServiceAccount"):        builtIn(core, "serviceaccounts", serviceaccount.Strategy),
		apps.WithKind("StatefulSet"):           builtIn(apps, "statefulsets", statefulset.Strategy),
		policy.WithKind("PodDisruptionBudget"): builtIn(policy, "poddisruptionbudgets", poddisruptionbudget.Strategy),
		networking.WithKind("Ingress"):         builtIn(networking, "ingresses", ingress.Strategy),
		networking.WithKind("NetworkPolicy"):   builtIn(networking, "networkpolicies", networkpolicy.Strategy),
		rbac.WithKind("Role"):                  builtIn(rbac, "roles", role.Strategy),
		rbac.WithKind("RoleBinding"):           builtIn(rbac, "rolebindings", rolebinding.Strategy),
	}
}
