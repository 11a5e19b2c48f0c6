"""How the tables of older databases become the present ones, by Alembic."""
