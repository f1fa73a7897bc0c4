"""Indexes under Prisma's names. Knows no table."""

from typing import Any

from tortoise import Model
from tortoise.indexes import Index


class NamedIndex(Index):
    """An index given by Python attributes (`user_id`, not `user`), written with the columns they stand for.

    Tortoise's own Index writes the attributes as they are, and SQLite takes a name it does not know for a
    string: the index then holds a constant, silently. Those of `descending` are held from the greatest down, without
    which no index serves an ORDER BY of both directions.
    """

    PREFIX = ""

    def __init__(self, *, fields: tuple[str, ...], name: str, descending: tuple[str, ...] = ()) -> None:
        super().__init__(fields=fields, name=name)
        self._descending = descending
        self._columns: list[str] = []

    def resolve_expressions(self, model: type[Model]) -> None:
        """Look the columns up. Tortoise calls it for every model when it opens."""
        self._columns = [model._meta.fields_db_projection[field] for field in self.fields]

    def describe(self) -> dict[str, Any]:
        """What aerich keeps in MODELS_STATE and compares: columns, as its later migrations write them."""
        return {**super().describe(), "fields": list(self._columns or self.fields)}

    def get_sql(self, schema_generator: Any, model: type[Model], safe: bool) -> str:
        """CREATE INDEX, with IF NOT EXISTS when `safe`."""
        self.resolve_expressions(model)
        table = schema_generator._qualify_table_name(model._meta.db_table, model._meta.schema)
        columns = ", ".join(
            f'"{column}" DESC' if field in self._descending else f'"{column}"'
            for field, column in zip(self.fields, self._columns, strict=True)
        )
        unless = "IF NOT EXISTS " if safe else ""
        return f'CREATE {self.PREFIX}INDEX {unless}"{self.name}" ON {table} ({columns});'


class UniqueIndex(NamedIndex):
    """A unique index. (`unique=True` on a column would make one under another name.)

    aerich writes USING UNIQUE for it in later PostgreSQL migrations: such a line is put right by hand.
    """

    INDEX_TYPE = "UNIQUE"
    PREFIX = "UNIQUE "
