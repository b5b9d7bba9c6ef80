// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"net"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	genericstorage "k8s.io/apiserver/pkg/storage"
	"k8s.io/apiserver/pkg/storage/storagebackend"
	"k8s.io/apiserver/pkg/storage/storagebackend/factory"
	"k8s.io/client-go/tools/cache"
	api "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/storage"
)

// The ranges that kubeadm gives a server, and that a server has by itself.
var (
	addresses = net.IPNet{IP: net.IPv4(10, 96, 0, 0).To4(), Mask: net.CIDRMask(12, 32)}
	nodePorts = utilnet.PortRange{Base: 30000, Size: 2768}
)

// serviceStorage is how the storage of Services fills in addresses, families and node ports before it judges.
func serviceStorage() (
	func(context.Context, runtime.Object) error, func(context.Context, runtime.Object, runtime.Object) error,
) {
	ips := must(ipallocator.NewInMemory(&addresses))
	ports := must(portallocator.NewInMemory(nodePorts))
	families := map[api.IPFamily]ipallocator.Interface{api.IPv4Protocol: ips}
	services, _, _, err := storage.NewREST(nowhere(), api.IPv4Protocol, families, ports, nil, nil, nil)
	store := must(services, err).Store
	return func(ctx context.Context, object runtime.Object) error {
			finish, err := store.BeginCreate(ctx, object, &metav1.CreateOptions{})
			return released(ctx, finish, err)
		}, func(ctx context.Context, object, old runtime.Object) error {
			finish, err := store.BeginUpdate(ctx, object, old, &metav1.UpdateOptions{})
			return released(ctx, finish, err)
		}
}

// released gives back what was allocated, for nothing is ever written down.
func released(ctx context.Context, finish registry.FinishFunc, err error) error {
	if err == nil {
		finish(ctx, false)
	}
	return err
}

// nowhere are the options of a store that never writes.
func nowhere() generic.RESTOptions {
	return generic.RESTOptions{
		ResourcePrefix: "services",
		StorageConfig:  &storagebackend.ConfigForResource{},
		Decorator: func(
			*storagebackend.ConfigForResource, string, func(runtime.Object) (string, error), func() runtime.Object,
			func() runtime.Object, genericstorage.AttrFunc, genericstorage.IndexerFuncs, *cache.Indexers,
		) (genericstorage.Interface, factory.DestroyFunc, error) {
			return nil, func() {}, nil
		},
	}
}

// must is the value of what cannot fail.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
