-- Games with their moves and ends, the boards that they make, settings, and spoiler ceilings.

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

-- Games that the player removed; nothing of them is deleted. An imported game stands in `results` alone.
create table removed (
    game text primary key not null,
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

-- Kept: one row per finished game, by the keys that scores, exports and JSON share, in their order. `helps` counts the
-- helps used, `finished_ms` is the wall clock, `hidden` repeats `removed`. Rows from here follow from games and moves.
-- They lie best first: more points, more right, fewer helps, earlier, and last the id, so that no two games share a place
-- and a board is read from front to back.
create table results (
    game_id text not null,
    player text not null,
    mode text not null,
    difficulty text not null,
    questions integer,
    asked integer not null,
    right integer not null,
    points integer not null,
    best_streak integer not null,
    ruleset integer not null,
    board text not null,
    seed integer not null,
    code text,
    pack text not null,
    pack_digest text not null,
    up_to integer not null,
    started_at text not null,
    finished_at text not null,
    took_ms integer not null,
    ranked integer not null check (ranked in (0, 1)),
    helps integer not null,
    finished_ms integer not null,
    origin text not null check (origin in ('here', 'imported')),
    hidden integer not null check (hidden in (0, 1)),
    primary key (board, points desc, right desc, helps, finished_ms, game_id)
) strict, without rowid;

create unique index results_by_id on results (game_id);

create index results_by_player on results (player, board, points desc, right desc, helps, finished_ms, game_id, ranked)
where hidden = 0;

-- Kept: how many ranked games of a board have how many points, since counting a million rows is too slow for the end
-- of a game.
create table tally (
    board text not null,
    points integer not null,
    games integer not null check (games > 0),
    primary key (board, points)
) strict, without rowid;

-- Kept: the games that can be taken up again, so that the newest is found without walking past all others.
create table unfinished (
    game text primary key not null references games (id)
) strict, without rowid;

create trigger games_open after insert on games begin
    insert into unfinished (game) values (new.id);
end;

create trigger closed_ends after insert on closed begin
    delete from unfinished where game = new.game;
end;

create trigger removed_known before insert on removed
when not exists (select 1 from games where id = new.game)
    and not exists (select 1 from results where game_id = new.game)
begin
    select raise(abort, 'a game to be removed exists');
end;

create trigger removed_hides after insert on removed begin
    delete from unfinished where game = new.game;
    update results set hidden = 1 where game_id = new.game;
end;

create trigger results_added after insert on results when new.ranked and not new.hidden begin
    insert into tally (board, points, games) values (new.board, new.points, 1)
    on conflict (board, points) do update set games = games + 1;
end;

create trigger results_taken after delete on results when old.ranked and not old.hidden begin
    delete from tally where board = old.board and points = old.points and games = 1;
    update tally set games = games - 1 where board = old.board and points = old.points and games > 1;
end;

create trigger results_hidden after update of hidden on results when old.ranked and new.hidden > old.hidden begin
    delete from tally where board = old.board and points = old.points and games = 1;
    update tally set games = games - 1 where board = old.board and points = old.points and games > 1;
end;

create trigger results_kept before update of game_id, board, points, ranked on results
begin
    select raise(abort, 'what a game came to is never changed');
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
