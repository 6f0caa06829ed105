#!/usr/bin/env bash
# A newcomer's path, timed: from git clone to the first policy in force, following the README only.
# usage: docs/newcomer.sh REPOSITORY [FOLDER]
#   REPOSITORY  what to clone (a path or an address); NEWCOMER_BRANCH names a branch of it
#   FOLDER      an empty folder to work in; a new one below /tmp where not given. It is kept.
# Libraries are fetched anew: the Maven repository and npm's cache lie in FOLDER. The ports are those of ./run (ENTENTE_*_PORT).
set -euo pipefail
repository="${1:?usage: docs/newcomer.sh REPOSITORY [FOLDER]}"
folder="${2:-$(mktemp -d /tmp/newcomer.XXXXXX)}"
mkdir -p "$folder"
[[ -z "$(ls -A "$folder")" ]] || { echo "newcomer: $folder is not empty" >&2; exit 1; }
cd "$folder"
export MAVEN_ARGS="-Dmaven.repo.local=$folder/maven" npm_config_cache="$folder/npm"
unset ENTENTE_TOKEN_FILE ENTENTE_SERVER ENTENTE_DATA_DIR
http_port="${ENTENTE_HTTP_PORT:-8080}"
gateway="http://127.0.0.1:${ENTENTE_GATEWAY_PORT:-10000}"
began=$SECONDS
hub_pid=""

stop() {
  if [[ -n "$hub_pid" ]]; then kill -TERM "$hub_pid" 2> /dev/null || true; wait "$hub_pid" 2> /dev/null || true; hub_pid=""; fi
}
trap stop EXIT
elapsed() { printf '[%4d s] ' "$((SECONDS - began))"; }
shorten() { # at most so many lines of a file
  local most="$1" file="$2" lines
  lines="$(wc -l < "$file")"
  if ((lines <= most)); then cat "$file"; else
    head -n "$((most / 2))" "$file"
    echo "    … $((lines - most)) more lines"
    tail -n "$((most / 2))" "$file"
  fi | cut -c1-180 | sed 's/^/         /'
}
step() { # expected exit code, lines to show, command…
  local wanted="$1" most="$2" code=0
  shift 2
  elapsed
  echo "\$ $*"
  "$@" > "$folder/output" 2>&1 || code=$?
  shorten "$most" "$folder/output"
  [[ "$code" == "$wanted" ]] || { echo "newcomer: exit code $code, not $wanted" >&2; exit 1; }
}

echo "Date $(date -u '+%F %H:%M UTC'), $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg), $(java -version 2>&1 | head -n 1), node $(node --version)"
step 0 6 git clone -q ${NEWCOMER_BRANCH:+--branch "$NEWCOMER_BRANCH"} "$repository" entente
cd entente
elapsed
echo '$ ./run'
./run > "$folder/run.log" 2>&1 &
hub_pid=$!
for ((n = 0; n < 7200; n++)); do
  grep -q '^Ready' "$folder/run.log" && break
  kill -0 "$hub_pid" 2> /dev/null || { shorten 40 "$folder/run.log"; echo "newcomer: ./run ended" >&2; exit 1; }
  sleep 0.5
done
grep -q '^Ready' "$folder/run.log" || { echo "newcomer: not ready after an hour" >&2; exit 1; }
sed 's/^\(Admin token[^:]*:\).*/\1 (not shown)/' "$folder/run.log" > "$folder/shown"
shorten 60 "$folder/shown"
elapsed
echo "everything runs; in another terminal:"
export ENTENTE_SERVER="http://127.0.0.1:$http_port"
elapsed
echo '$ cat > limit.yaml'
cat > limit.yaml << 'YAML'
apiVersion: entente.io/v1alpha1
kind: Policy
metadata: {name: orders-limit}
spec:
  targetRefs: [{kind: Api, name: orders}]
  rateLimit: {requests: 100, window: 1m, key: route, onMissingKey: deny}
YAML
sed 's/^/         /' limit.yaml
step 0 10 ./entente apply -f limit.yaml
step 2 40 ./entente plan edge
plan="$(sed -n 's/^plan \([^ ]*\) for .*/\1/p' "$folder/output")"
step 0 20 ./entente approve "$plan"
step 0 6 ./entente plan edge
elapsed
echo "\$ for i in \$(seq 250); do curl -s -o /dev/null -w '%{http_code}\\n' $gateway/orders; done | sort | uniq -c"
for ((i = 0; i < 250; i++)); do curl -s -o /dev/null -w '%{http_code}\n' "$gateway/orders"; done | sort | uniq -c > "$folder/answers"
sed 's/^/         /' "$folder/answers"
grep -q ' 429$' "$folder/answers" || { echo "newcomer: no request was limited" >&2; exit 1; }
elapsed
echo "the first policy is in force"
stop
elapsed
echo "stopped; $folder is kept"
