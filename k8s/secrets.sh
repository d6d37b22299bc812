#!/bin/sh
# Creates the Secrets that the manifests name, with random passwords. One that exists stays as it is.
#   sh k8s/secrets.sh             for overlays/local
#   sh k8s/secrets.sh production  leaves out those that the operators of broker and database create
# Passwords go by standard input, so that they stand in no list of processes, and are nowhere but in the cluster.
set -eu
namespace=soccer

# 32 letters and digits.
password() { head -c 64 /dev/urandom | base64 | tr -d '+/=\n' | head -c 32; }

create() { # name, with lines KEY=VALUE on standard input
  if kubectl --namespace "$namespace" get secret "$1" >/dev/null 2>&1; then
    echo "$1 exists"
    cat >/dev/null
  else
    kubectl --namespace "$namespace" create secret generic "$1" --from-env-file=/dev/stdin
  fi
}

kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl create namespace "$namespace"

for role in ingest validate featurize train promote predict drift-check api schedule; do
  echo "$role=$(password)"
done | create database-roles
# The operator's key to the Api, which makes the others: at least 24 characters.
echo "key=$(password)" | create api-admin

if [ "${1:-local}" != production ]; then
  printf 'username=postgres\npassword=%s\n' "$(password)" | create postgres-superuser
  printf 'username=soccer\npassword=%s\n' "$(password)" | create rabbitmq-default-user
fi
