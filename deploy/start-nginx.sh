#!/bin/sh
# Fills in the template and becomes nginx; with -t it only checks. Settings come from the environment: see docs/OPERATIONS.md.
set -eu
# Debian's nginx lies where only root looks.
PATH="$PATH:/usr/sbin"
export STATE="${STATE:-/tmp/nginx}" ACCESS_LOG="${ACCESS_LOG:-/dev/stdout}" HTTP_PORT="${HTTP_PORT:-8080}" HTTPS_PORT="${HTTPS_PORT:-8443}"
: "${PUBLIC_URL:?give the address that people type, such as https://learn.example.org}"
: "${CERTIFICATE:?give the file of the certificate with its chain}" "${CERTIFICATE_KEY:?give the file of the key of the certificate}"
: "${UPSTREAMS:?give host:port of each API replica, separated by spaces}"
REPLICAS=''
for replica in $UPSTREAMS; do REPLICAS="$REPLICAS server $replica max_fails=1 fail_timeout=1s;"; done
export REPLICAS
mkdir -p "$STATE"
envsubst '$STATE $ACCESS_LOG $HTTP_PORT $HTTPS_PORT $PUBLIC_URL $CERTIFICATE $CERTIFICATE_KEY $REPLICAS' < "$(dirname "$0")/nginx.conf.template" > "$STATE/nginx.conf"
exec nginx -c "$STATE/nginx.conf" "$@"
