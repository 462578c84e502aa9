import socket


def serve() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        while True:
            connection, _address = server.accept()
            with connection:
                connection.sendall(b"hello\n")
