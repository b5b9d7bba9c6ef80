// Where the CustomResourceDefinitions come from; nothing here is built.
module planton-sts/judge/crds

go 1.26.0

require (
	github.com/cert-manager/cert-manager v1.21.2
	sigs.k8s.io/gateway-api v1.6.3
)
