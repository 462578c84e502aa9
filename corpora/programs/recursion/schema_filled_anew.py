def resolved(schema: dict, table: dict) -> dict:
    if "$ref" in schema:
        found = table[schema.pop("$ref")]
        schema.update(found)
        return resolved(schema, table)
    return schema
