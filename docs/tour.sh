#!/usr/bin/env bash
# The tour: one policy from a file to a gateway, proven by real requests. Needs ./run in another terminal.
# Environment: ENTENTE_SERVER, ENTENTE_TOKEN_FILE, ENTENTE_GATEWAY_URL, ENTENTE_PRACTICE_PORT, ENTENTE_DATA_DIR,
# ENTENTE_KAFKA; the defaults fit a ./run without settings of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
gateway_url="${ENTENTE_GATEWAY_URL:-http://127.0.0.1:10000}"
practice_port="${ENTENTE_PRACTICE_PORT:-9101}"
kafka="${ENTENTE_KAFKA:-$(cat "${ENTENTE_DATA_DIR:-.entente/data}/kafka-address" 2>/dev/null || true)}"
requests=25
# A name of its own for each run, so that counts of an earlier tour do not mix in.
api="tour-$(date +%s)"
limit=10
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'tour: %s\n' "$*" >&2; exit 1; }
run() { printf '$ %s\n' "$*"; "$@"; }
plan_id() { sed -n 's/^plan \([^ ]*\) for .*/\1/p' "$1"; }
plan_changes() { # prints the plan; fails unless it holds changes
  local code=0
  run ./entente plan edge | tee "$1" || code=${PIPESTATUS[0]}
  [[ $code -eq 2 ]] || fail "the plan should hold changes (exit code 2), got $code"
}
plan_empty() {
  run ./entente plan edge || fail "the plan should be empty (exit code 0)"
}

say "An API of the practice estate, and two policies for it"
sed "s/@UPSTREAM_PORT@/$practice_port/; s/@API@/$api/" docs/tour/api.yaml > "$work/api.yaml"
run ./entente apply -f "$work/api.yaml"
run ./entente apply -f docs/tour/policy.yaml

say "The plan: the native difference, and what the translation keeps and loses"
plan_changes "$work/plan"
grep -q APPROXIMATE "$work/plan" || fail "the plan should say that the rate limit is approximate"

say "Approve and apply"
run ./entente approve "$(plan_id "$work/plan")"

say "A second plan is empty"
plan_empty

say "$requests real requests: the header on each answer, 429 beyond the limit"
: > "$work/answers"
for ((i = 0; i < requests; i++)); do
  curl -s -o /dev/null -D - "$gateway_url/$api/$i" | tr -d '\r' > "$work/one"
  sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p' "$work/one" >> "$work/answers"
  if grep -qi '^x-governed-by: entente' "$work/one"; then echo header >> "$work/headers"; fi
done
ok=$(grep -c '^200$' "$work/answers" || true)
limited=$(grep -c '^429$' "$work/answers" || true)
headers=$(wc -l < "$work/headers")
echo "accepted $ok, refused with 429 $limited, with the header $headers"
# The stated bound: a full bucket and one refill, 2 x limit, in any window.
((ok >= limit && ok <= 2 * limit)) || fail "accepted $ok is outside $limit..$((2 * limit))"
((ok + limited == requests)) || fail "$requests requests, but $ok + $limited answers"
((headers >= ok)) || fail "only $headers answers carry the header"

say "The same count from the client, from Kafka and from the view"
count_view() { ./entente traffic summary --api "$api" -o json | sed -n '/"total"/,$s/.*"requests": \([0-9]*\).*/\1/p' | head -n 1; }
for ((i = 0; i < 60; i++)); do
  view="$(count_view || true)"
  [[ "${view:-0}" == "$requests" ]] && break
  sleep 0.5
done
seen="$(java -jar simulators/practice/target/practice.jar count --bootstrap "$kafka" --topic entente.traffic.v1 --api "$api")"
echo "client $requests, Kafka $seen, view ${view:-0}"
[[ "${view:-0}" == "$requests" && "$seen" == "$requests" ]] || fail "the counts differ"

say "A hand edit of an owned resource is drift"
token="$(cat "${ENTENTE_TOKEN_FILE:-.entente/data/admin-token}")"
server="${ENTENTE_SERVER:-http://127.0.0.1:8080}"
curl -sf -H "Authorization: Bearer $token" "$server/api/gateways/edge/native/cluster/api.$api" > "$work/cluster.json"
sed 's/"connect_timeout": *"5s"/"connect_timeout": "9s"/' "$work/cluster.json" > "$work/edited.json"
cmp -s "$work/cluster.json" "$work/edited.json" && fail "the edit changed nothing"
curl -sf -X PUT -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  --data-binary "@$work/edited.json" "$server/api/gateways/edge/native/cluster/api.$api" > /dev/null
run ./entente get drifts --gateway edge --refresh | tee "$work/drift"
grep -q 'connect_timeout' "$work/drift" || fail "the drift should name connect_timeout"
grep -q '9s' "$work/drift" || fail "the drift should show the new value"

say "The next plan heals it"
plan_changes "$work/heal"
run ./entente approve "$(plan_id "$work/heal")"
plan_empty

say "Rollback: the plan of the policies undone, with what cannot return"
run ./entente rollback plan "$(plan_id "$work/plan")" | tee "$work/undo"
run ./entente approve "$(plan_id "$work/undo")"
code="$(curl -s -o /dev/null -w '%{http_code}' "$gateway_url/$api/after")"
[[ "$code" == 404 ]] || fail "after the rollback the route should be gone, got $code"

say "The documents of the tour are deleted again"
for document in "apis/$api" policies/partner-rate-limit policies/partner-header; do
  curl -sf -X DELETE -H "Authorization: Bearer $token" "$server/api/$document" > /dev/null
done
plan_empty

say "The tour is done"
