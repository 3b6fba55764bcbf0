-- Games with their moves and ends, settings, and spoiler ceilings.

-- "QoTq": tells the program's own file from any other database.
pragma application_id = 1366250609;

-- What was drawn. `setup` and `deck` are JSON; the other columns repeat what queries look for.
create table games (
    id text primary key not null,
    player text not null,
    mode text not null,
    pack text not null,
    digest text not null,
    seed integer not null,
    setup text not null,
    deck text not null,
    started_at text not null,
    started_ms integer not null
) strict;

create index games_by_player on games (player, pack, id);

-- How a game ended: finished, lost, won, gone or discarded. A game without a row here is unfinished.
create table closed (
    game text primary key not null references games (id),
    how text not null,
    closed_at text not null
) strict;

-- Games that the player removed; nothing of them is deleted.
create table removed (
    game text primary key not null references games (id),
    removed_at text not null
) strict;

-- One row a step. `at` is the game's own clock in milliseconds, `done_at` the wall clock. `what` and `question` repeat
-- the outcome's type and the question judged or flagged, so that an index can answer "seen" without reading JSON.
create table moves (
    game text not null references games (id),
    n integer not null check (n > 0),
    at integer not null,
    command text not null,
    outcome text,
    what text,
    question text,
    done_at text not null,
    primary key (game, n)
) strict;

create index moves_by_outcome on moves (game, what, question) where question is not null;

create trigger moves_follow before insert on moves
when new.n <> (select coalesce(max(n), 0) + 1 from moves where game = new.game)
    or exists (select 1 from closed where game = new.game)
begin
    select raise(abort, 'a move follows the one before it, in a game that is open');
end;

create trigger moves_unchanged before update on moves
begin
    select raise(abort, 'a move is never changed');
end;

create trigger moves_kept before delete on moves
begin
    select raise(abort, 'a move is never deleted');
end;

create table settings (
    name text primary key not null,
    value text not null
) strict;

create table ceilings (
    player text not null,
    pack text not null,
    up_to integer not null check (up_to >= 0),
    primary key (player, pack)
) strict;
