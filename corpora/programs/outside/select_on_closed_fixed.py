import select
import socket


def collect(connection: socket.socket) -> bytes:
    received = b""
    while b"\0" not in received:
        ready, _, _ = select.select([connection], [], [], 1.0)
        if ready:
            chunk = connection.recv(512)
            if not chunk:
                break
            received += chunk
    return received
