-- Statistics: kept folds over the answers, each with the last row of `moves` that it holds; all of it follows from games
-- and moves. A fold without its row in `stats_upto` or `cards_upto` is begun anew when it is next read.

-- What statistics of a pack under a spoiler ceiling hold: nothing above it enters, not even the ratings.
create table stats_upto (
    pack text not null,
    up_to integer not null,
    last integer not null,
    primary key (pack, up_to)
) strict, without rowid;

create table stats_tallies (
    pack text not null,
    up_to integer not null,
    player text not null,
    topic text not null,
    kind text not null,
    difficulty text not null,
    spoils integer not null,
    asked integer not null,
    right integer not null,
    missed integer not null,
    took_ms integer not null,
    primary key (pack, up_to, player, topic, kind, difficulty, spoils)
) strict, without rowid;

-- `question` is the one that asked for the fact last.
create table stats_facts (
    pack text not null,
    up_to integer not null,
    player text not null,
    fact text not null,
    question text not null,
    asked integer not null,
    right integer not null,
    missed integer not null,
    took_ms integer not null,
    mean_ms integer not null,
    primary key (pack, up_to, player, fact)
) strict, without rowid;

create index stats_missed on stats_facts (pack, up_to, player, missed desc, asked, fact) where missed > 0;
create index stats_slowest on stats_facts (pack, up_to, player, mean_ms desc, fact) where asked > 1;

create table stats_players (
    pack text not null,
    up_to integer not null,
    player text not null,
    now integer not null,
    best integer not null,
    before integer not null,
    milli integer not null,
    plays integer not null,
    primary key (pack, up_to, player)
) strict, without rowid;

create table stats_ratings (
    pack text not null,
    up_to integer not null,
    fact text not null,
    question text not null,
    milli integer not null,
    plays integer not null,
    primary key (pack, up_to, fact)
) strict, without rowid;

create index stats_rated on stats_ratings (pack, up_to, milli, fact) where plays >= 50;

-- The schedule of a review: a card for each fact that a player missed, and the card before its last answer, which may
-- yet be graded anew.
create table cards_upto (
    pack text primary key not null,
    last integer not null
) strict, without rowid;

create table cards (
    pack text not null,
    player text not null,
    fact text not null,
    question text not null,
    due text not null,
    card text not null,
    before text,
    primary key (pack, player, fact)
) strict, without rowid;

create index cards_by_due on cards (pack, player, due, fact);

create trigger removed_folds_anew after insert on removed begin
    delete from stats_upto where pack = (select pack from games where id = new.game);
    delete from cards_upto where pack = (select pack from games where id = new.game);
end;

create trigger renamed_folds_anew after update of player on games when new.player <> old.player begin
    delete from stats_upto where pack = new.pack;
    delete from cards_upto where pack = new.pack;
end;

create index results_by_time on results (player, pack, finished_ms desc, game_id desc) where hidden = 0;

create index dailies_by_player on games (player, pack) where mode = 'daily';
