def resolved(schema: dict, table: dict, seen: tuple = ()) -> dict:
    if "$ref" in schema:
        name = schema.pop("$ref")
        if name in seen:
            return schema
        schema.update(table[name])
        return resolved(schema, table, (*seen, name))
    return schema
