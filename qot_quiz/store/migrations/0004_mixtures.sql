-- A game may mix packs: its pack reads `one+another`, and each of its questions is named `pack:id`. What was answered
-- in it counts for the pack that the question is from, so a game that goes unsettles the folds of every pack in it.
drop trigger removed_folds_anew;
drop trigger renamed_folds_anew;

create trigger removed_folds_anew after insert on removed begin
    delete from stats_upto where exists (
        select 1 from games where id = new.game and instr('+' || games.pack || '+', '+' || stats_upto.pack || '+')
    );
    delete from cards_upto where exists (
        select 1 from games where id = new.game and instr('+' || games.pack || '+', '+' || cards_upto.pack || '+')
    );
end;

create trigger renamed_folds_anew after update of player on games when new.player <> old.player begin
    delete from stats_upto where instr('+' || new.pack || '+', '+' || stats_upto.pack || '+');
    delete from cards_upto where instr('+' || new.pack || '+', '+' || cards_upto.pack || '+');
end;
