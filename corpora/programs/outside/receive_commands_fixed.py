def serve(connection) -> int:
    served = 0
    while True:
        command = connection.recv(64)
        if not command or command == b"QUIT":
            break
        if command == b"PING":
            served += 1
    return served
