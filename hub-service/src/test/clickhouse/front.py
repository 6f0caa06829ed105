"""ClickHouse's HTTP interface over its engine in this process, as far as a JDBC driver uses it.

Usage: front.py PORT_FILE. Listens on 127.0.0.1, writes its port to the file, and ends with its standard input.
"""

import os
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from chdb import session

ENGINE = session.Session(tempfile.mkdtemp(prefix="clickhouse-"))
ENGINE.query("CREATE DATABASE IF NOT EXISTS traffic ENGINE = Atomic")
# One session: a question at a time, as the engine wants it.
LOCK = threading.Lock()
NOT_SETTINGS = {"query", "database", "default_format", "query_id", "session_id", "session_timeout", "user", "password",
                "role", "compress", "decompress", "client_protocol_version", "wait_end_of_query"}


class Front(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send(200, b"Ok.\n", {})

    def do_POST(self):
        given = {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query, keep_blank_values=True).items()}
        body = self.rfile.read(int(self.headers["Content-Length"])) if "Content-Length" in self.headers else self.chunks()
        statement = "\n".join(part for part in (given.get("query", ""), body.decode("utf-8", "surrogateescape")) if part)
        form = self.headers.get("X-ClickHouse-Format") or given.get("default_format", "TabSeparated")
        parameters = {name[6:]: value for name, value in given.items() if name.startswith("param_")}
        settings = {name: value for name, value in given.items()
                    if name not in NOT_SETTINGS and not name.startswith("param_")}
        with LOCK:
            try:
                for name, value in settings.items():
                    quoted = value.replace("\\", "\\\\").replace("'", "\\'")
                    ENGINE.query(f"SET {name} = '{quoted}'")
                ENGINE.query("USE " + given.get("database", "default"))
                answer = ENGINE.query(statement, form, params=parameters).bytes()
            except Exception as problem:  # whatever the engine says is the answer
                self.send(500, str(problem).encode(), {"X-ClickHouse-Exception-Code": "1002"})
                return
        self.send(200, answer, {"X-ClickHouse-Format": form})

    def chunks(self):
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def send(self, status, body, headers):
        self.send_response(status)
        self.send_header("X-ClickHouse-Query-Id", self.headers.get("X-ClickHouse-Query-Id", "none"))
        self.send_header("X-ClickHouse-Timezone", "UTC")
        self.send_header("X-ClickHouse-Summary", '{"read_rows":"0","written_rows":"0"}')
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # A client that lets go of its connection is no error.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Front)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    beside = sys.argv[1] + ".new"
    with open(beside, "w") as file:
        file.write(str(server.server_address[1]))
    os.replace(beside, sys.argv[1])
    sys.stdin.read()
    os._exit(0)
