"""Reads a topic with kafka-python and the CloudEvents SDK and validates every event's data.

usage: read_traffic.py BOOTSTRAP TOPIC SCHEMA RECORDS
Writes one line of JSON: how many records were read, how many events they are, what is wrong.
"""

import json
import sys

from cloudevents.core.bindings import kafka as binding
from jsonschema import Draft202012Validator, FormatChecker
from kafka import KafkaConsumer

bootstrap, topic, schema_file, records = sys.argv[1:5]
with open(schema_file, encoding="utf-8") as file:
    schema = json.load(file)
validator = Draft202012Validator(schema, format_checker=FormatChecker())

consumer = KafkaConsumer(
    topic,
    bootstrap_servers=bootstrap,
    auto_offset_reset="earliest",
    enable_auto_commit=False,
    consumer_timeout_ms=20000,
)
read, seen, wrong = 0, set(), []
for record in consumer:
    message = binding.KafkaMessage(dict(record.headers), record.key, record.value)
    event = binding.from_binary_event(message)
    if event.get_type() != "io.entente.api.request.v1":
        wrong.append(f"{event.get_id()}: type {event.get_type()}")
    if event.get_dataschema() != schema["$id"]:
        wrong.append(f"{event.get_id()}: dataschema {event.get_dataschema()}")
    wrong.extend(f"{event.get_id()}: {e.message}" for e in validator.iter_errors(event.get_data()))
    seen.add((event.get_source(), event.get_id()))
    read += 1
    if read == int(records):
        break
consumer.close()
print(json.dumps({"read": read, "events": len(seen), "wrong": wrong}))
