-- Flags that the player took back: the move that set the flag stays, as every move does.
create table taken_back (
    game text not null,
    n integer not null,
    done_at text not null,
    primary key (game, n),
    foreign key (game, n) references moves (game, n)
) strict, without rowid;
