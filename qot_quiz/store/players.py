"""Players by name: those who are known, and one who is called otherwise from now on."""

from __future__ import annotations

from qot_quiz.store.opening import Store

_KNOWN = """
select exists (select 1 from games where player = ?1) or exists (select 1 from results where player = ?1)
    or exists (select 1 from ceilings where player = ?1)
    or exists (select 1 from settings where name = 'player' and value = ?1)
"""

_ALL = """
select player from games union select player from results union select player from ceilings
union select value from settings where name = 'player' order by 1
"""

# Who has watched further under one name has watched as far under the other.
_CEILINGS = """
insert into ceilings (player, pack, up_to) select ?2, pack, up_to from ceilings where player = ?1
on conflict (player, pack) do update set up_to = max(up_to, excluded.up_to)
"""

_RENAMED = (
    "update games set player = ?2 where player = ?1",
    "update results set player = ?2 where player = ?1",
    "update settings set value = ?2 where name = 'player' and value = ?1",
)


def is_known(store: Store, name: str) -> bool:
    """Tell whether anything is kept of a player.

    Raises:
        StoreError: The file cannot be read.
    """
    return bool(store.rows(_KNOWN, (name,))[0][0])


def names(store: Store) -> list[str]:
    """Name every player of whom anything is kept, in the order of their characters.

    Raises:
        StoreError: The file cannot be read.
    """
    return [name for (name,) in store.rows(_ALL)]


def rename(store: Store, old: str, new: str) -> bool:
    """Give a player another name everywhere; where the new name is known already, the two become one player.

    Args:
        store: The open store.
        old: The name up to now.
        new: The name from now on, cleaned.

    Returns:
        Whether there was a player of the old name.

    Raises:
        StoreError: The file cannot be written; then everything is as it was.
    """
    with store.transaction() as connection:
        (known,) = connection.execute(_KNOWN, (old,)).fetchone()
        if known and old != new:
            for sql in (*_RENAMED, _CEILINGS):
                connection.execute(sql, (old, new))
            connection.execute("delete from ceilings where player = ?", (old,))
    return bool(known)
