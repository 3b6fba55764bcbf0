"""What a player chose once and the program remembers: settings by name, and spoiler ceilings."""

from __future__ import annotations

from qot_quiz.store.opening import Store


def get(store: Store, name: str) -> str | None:
    """Read a setting.

    Returns:
        Its text, or None when it was never set.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows("select value from settings where name = ?", (name,))
    return rows[0][0] if rows else None


def put(store: Store, name: str, value: str) -> None:
    """Set a setting, in place of what it was.

    Raises:
        StoreError: The file cannot be written.
    """
    store.write(
        (
            "insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
            (name, value),
        )
    )


def unset(store: Store, name: str) -> None:
    """Forget a setting; one that was never set is no error.

    Raises:
        StoreError: The file cannot be written.
    """
    store.write(("delete from settings where name = ?", (name,)))


def all(store: Store) -> dict[str, str]:
    """Read every setting, by name in alphabetical order.

    Raises:
        StoreError: The file cannot be read.
    """
    return dict(store.rows("select name, value from settings order by name"))


def ceiling(store: Store, player: str, pack: str) -> int | None:
    """Read up to which episode a player has watched.

    Args:
        store: The open store.
        player: Who plays.
        pack: The pack's id.

    Returns:
        The episode, 0 for none, or None when the player was never asked.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows("select up_to from ceilings where player = ? and pack = ?", (player, pack))
    return rows[0][0] if rows else None


def set_ceiling(store: Store, player: str, pack: str, up_to: int) -> None:
    """Remember up to which episode a player has watched.

    Args:
        store: The open store.
        player: Who plays.
        pack: The pack's id.
        up_to: The episode, 0 for none.

    Raises:
        StoreError: The file cannot be written.
    """
    store.write(
        (
            "insert into ceilings (player, pack, up_to) values (?, ?, ?)"
            " on conflict (player, pack) do update set up_to = excluded.up_to",
            (player, pack, up_to),
        )
    )


def forget_ceiling(store: Store, player: str, pack: str) -> None:
    """Forget up to which episode a player has watched, so that it is asked anew.

    Raises:
        StoreError: The file cannot be written.
    """
    store.write(("delete from ceilings where player = ? and pack = ?", (player, pack)))
