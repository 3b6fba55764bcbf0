PRAGMA application_id = 1366250609;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE ceilings (
    player text not null,
    pack text not null,
    up_to integer not null check (up_to >= 0),
    primary key (player, pack)
) strict;
INSERT INTO "ceilings" VALUES('Min','queen-of-tears',0);
CREATE TABLE closed (
    game text primary key not null references games (id),
    how text not null,
    closed_at text not null
) strict;
INSERT INTO "closed" VALUES('facc45379483675a17f2eeb57375b509','finished','2026-11-23T07:34:02.295+09:00');
INSERT INTO "closed" VALUES('da88714716843145fd756131185781a4','finished','2026-11-23T07:34:02.603+09:00');
CREATE TABLE games (
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
INSERT INTO "games" VALUES('facc45379483675a17f2eeb57375b509','Min','classic','queen-of-tears','1e9fe4f44bf56ee4',11,'{"player":"Min","mode":"classic","rules":{"lives":null,"fifty":1,"hints":true,"counted":true,"length":10,"ask_ms":null,"game_ms":null,"safe":[],"walk":false,"lazy":false,"kinds":[]},"filters":{"difficulties":[],"topics":[],"kinds":["choice"],"up_to":0},"length":2,"seed":11,"chosen":true,"pack":"queen-of-tears","digest":"1e9fe4f44bf56ee4","foreign":false,"source":"","longer":false,"practice":false,"day":"","players":[],"same":false,"due":[],"total":0}','[{"id":"episode-total/number","options":["14","16","18","20"]},{"id":"man-dae-actor/character","options":["Baek Hyun-tae","Baek Du-gwan","Hong Man-dae","Kim Yang-gi"]}]','2026-11-23T07:34:02.279+09:00',1795386842279);
INSERT INTO "games" VALUES('453ef000e1750250cf503aba693c1d81','민지','classic','queen-of-tears','1e9fe4f44bf56ee4',12,'{"player":"민지","mode":"classic","rules":{"lives":null,"fifty":1,"hints":true,"counted":true,"length":10,"ask_ms":null,"game_ms":null,"safe":[],"walk":false,"lazy":false,"kinds":[]},"filters":{"difficulties":[],"topics":[],"kinds":["choice"],"up_to":0},"length":2,"seed":12,"chosen":true,"pack":"queen-of-tears","digest":"1e9fe4f44bf56ee4","foreign":false,"source":"","longer":false,"practice":false,"day":"","players":[],"same":false,"due":[],"total":0}','[{"id":"d-village-is-his/character","options":["Baek Hyun-woo","Hong Hae-in","Cheon Da-hye","Mo Seul-hee"]},{"id":"secretary-name/name","options":["Secretary Ko","Secretary Mo","Secretary Na","Secretary Jeon"]}]','2026-11-23T07:34:02.444+09:00',1795386842444);
INSERT INTO "games" VALUES('da88714716843145fd756131185781a4','Min','classic','queen-of-tears','1e9fe4f44bf56ee4',13,'{"player":"Min","mode":"classic","rules":{"lives":null,"fifty":1,"hints":true,"counted":true,"length":10,"ask_ms":null,"game_ms":null,"safe":[],"walk":false,"lazy":false,"kinds":[]},"filters":{"difficulties":[],"topics":[],"kinds":["choice"],"up_to":0},"length":2,"seed":13,"chosen":true,"pack":"queen-of-tears","digest":"1e9fe4f44bf56ee4","foreign":false,"source":"","longer":false,"practice":false,"day":"","players":[],"same":false,"due":[],"total":0}','[{"id":"hae-in-actor/character","options":["Cheon Da-hye","Mo Seul-hee","Hong Hae-in","Baek Mi-seon"]},{"id":"actor-saw-reactions/what","options":["Reviews by critics","Parodies by rivals","Tables of ratings","Reactions of fans"]}]','2026-11-23T07:34:02.590+09:00',1795386842590);
CREATE TABLE moves (
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
INSERT INTO "moves" VALUES('facc45379483675a17f2eeb57375b509',1,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":1,"question":{"item":{"id":"episode-total/number","fact_id":"episode-total","kind":"choice","difficulty":"easy","topic":"episodes","spoils":0,"ask":"How many regular episodes does Queen of Tears have?","answer":"16","wrong":["12","14","18","20","24"],"ascending":true,"wrong_below":2,"why":"From the first of them to the last, the nationwide rating grew more than fourfold.","sources":[{"publisher":"the source article","paragraph":5}]},"options":[{"key":"a","text":"14"},{"key":"b","text":"16"},{"key":"c","text":"18"},{"key":"d","text":"20"}],"solution":["b"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"14"},{"key":"b","text":"16"},{"key":"c","text":"18"},{"key":"d","text":"20"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":1,"lives":null},"ends":false,"regraded":false,"player":"","counts":true}','judged','episode-total/number','2026-11-23T07:34:02.289+09:00');
INSERT INTO "moves" VALUES('facc45379483675a17f2eeb57375b509',2,1,'{"type":"next","at":1}',NULL,NULL,NULL,'2026-11-23T07:34:02.290+09:00');
INSERT INTO "moves" VALUES('facc45379483675a17f2eeb57375b509',3,1,'{"type":"flag","at":1,"reason":"Too easy."}','{"type":"flagged","question_id":"episode-total/number","reason":"Too easy."}','flagged','episode-total/number','2026-11-23T07:34:02.290+09:00');
INSERT INTO "moves" VALUES('facc45379483675a17f2eeb57375b509',4,1,'{"type":"answer","at":1,"given":[]}','{"type":"judged","number":2,"question":{"item":{"id":"man-dae-actor/character","fact_id":"man-dae-actor","kind":"choice","difficulty":"medium","topic":"cast","spoils":0,"ask":"Which character does Kim Gab-soo play in Queen of Tears?","answer":"Hong Man-dae","wrong":["Hong Beom-jun","Baek Du-gwan","Kim Yang-gi","Baek Hyun-tae"],"why":"He is the chairman of Queens Group as the story opens.","sources":[{"publisher":"The Fact","page":"https://m.tf.co.kr/read/entertain/2071483.htm"},{"publisher":"TenAsia","date":"2024-03-08","page":"https://www.tenasia.com/tv/2024030866234"},{"publisher":"Enjoy Korea With","date":"2024-07-18","page":"http://enjoykoreawith.blogspot.com/2024_07_18_archive.html"}]},"options":[{"key":"a","text":"Baek Hyun-tae"},{"key":"b","text":"Baek Du-gwan"},{"key":"c","text":"Hong Man-dae"},{"key":"d","text":"Kim Yang-gi"}],"solution":["c"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Baek Hyun-tae"},{"key":"b","text":"Baek Du-gwan"},{"key":"c","text":"Hong Man-dae"},{"key":"d","text":"Kim Yang-gi"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ends":true,"regraded":false,"player":"","counts":true}','judged','man-dae-actor/character','2026-11-23T07:34:02.291+09:00');
INSERT INTO "moves" VALUES('facc45379483675a17f2eeb57375b509',5,1,'{"type":"next","at":1}','{"type":"ended","how":"finished","standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ranked":true,"ruleset":1,"board":"1/classic/any/2/custom"}','ended',NULL,'2026-11-23T07:34:02.295+09:00');
INSERT INTO "moves" VALUES('453ef000e1750250cf503aba693c1d81',1,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":1,"question":{"item":{"id":"d-village-is-his/character","fact_id":"d-village-is-his","kind":"choice","difficulty":"easy","topic":"locations","spoils":0,"ask":"Whose home village is Yongdu-ri?","answer":"Baek Hyun-woo","wrong":["Yoon Eun-sung","Hong Hae-in","Mo Seul-hee","Grace Ko","Cheon Da-hye"],"why":"His father is the village head there, and the family keeps the supermarket.","sources":[{"publisher":"the source article","paragraph":6},{"publisher":"TenAsia","date":"2024-04-08","page":"https://www.tenasia.com/entertainment/2024040879114"},{"publisher":"KStarTrend","date":"2024-04-11","page":"https://kstartrend.com/2024/04/11/queen-of-tears-two-part-special-follow-up-broadcast-will-include-ask-me-anything-more/"},{"publisher":"TenAsia","date":"2024-03-08","page":"https://www.tenasia.com/tv/2024030866234"},{"publisher":"Edaily","page":"https://edaily.co.kr/News/Read?mediaCodeNo=258&newsId=01115206638822008"},{"publisher":"Ilgan Sports","date":"2024-03-17","page":"https://isplus.com/article/view/isp202403170016"}]},"options":[{"key":"a","text":"Baek Hyun-woo"},{"key":"b","text":"Hong Hae-in"},{"key":"c","text":"Cheon Da-hye"},{"key":"d","text":"Mo Seul-hee"}],"solution":["a"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Baek Hyun-woo"},{"key":"b","text":"Hong Hae-in"},{"key":"c","text":"Cheon Da-hye"},{"key":"d","text":"Mo Seul-hee"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":1,"lives":null},"ends":false,"regraded":false,"player":"","counts":true}','judged','d-village-is-his/character','2026-11-23T07:34:02.451+09:00');
INSERT INTO "moves" VALUES('453ef000e1750250cf503aba693c1d81',2,0,'{"type":"next","at":0}',NULL,NULL,NULL,'2026-11-23T07:34:02.456+09:00');
INSERT INTO "moves" VALUES('da88714716843145fd756131185781a4',1,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":1,"question":{"item":{"id":"hae-in-actor/character","fact_id":"hae-in-actor","kind":"choice","difficulty":"easy","topic":"cast","spoils":0,"ask":"Which character does Kim Ji-won play in Queen of Tears?","answer":"Hong Hae-in","wrong":["Cheon Da-hye","Hong Beom-ja","Baek Mi-seon","Mo Seul-hee","Kim Seon-hwa"],"why":"The drama''s synopsis calls her the queen of department stores.","sources":[{"publisher":"the source article","paragraph":7},{"publisher":"the source article","paragraph":12},{"publisher":"the source article","paragraph":15},{"publisher":"TenAsia","date":"2024-04-08","page":"https://www.tenasia.com/entertainment/2024040879114"},{"publisher":"KStarTrend","date":"2024-04-11","page":"https://kstartrend.com/2024/04/11/queen-of-tears-two-part-special-follow-up-broadcast-will-include-ask-me-anything-more/"},{"publisher":"KBIZoom","page":"https://www.kbizoom.com/queen-of-tears-secretary-na-yoon-bo-mis-husband-is-really-this-person/"}]},"options":[{"key":"a","text":"Cheon Da-hye"},{"key":"b","text":"Mo Seul-hee"},{"key":"c","text":"Hong Hae-in"},{"key":"d","text":"Baek Mi-seon"}],"solution":["c"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Cheon Da-hye"},{"key":"b","text":"Mo Seul-hee"},{"key":"c","text":"Hong Hae-in"},{"key":"d","text":"Baek Mi-seon"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":1,"lives":null},"ends":false,"regraded":false,"player":"","counts":true}','judged','hae-in-actor/character','2026-11-23T07:34:02.598+09:00');
INSERT INTO "moves" VALUES('da88714716843145fd756131185781a4',2,0,'{"type":"next","at":0}',NULL,NULL,NULL,'2026-11-23T07:34:02.602+09:00');
INSERT INTO "moves" VALUES('da88714716843145fd756131185781a4',3,0,'{"type":"flag","at":0,"reason":"Too easy."}','{"type":"flagged","question_id":"hae-in-actor/character","reason":"Too easy."}','flagged','hae-in-actor/character','2026-11-23T07:34:02.602+09:00');
INSERT INTO "moves" VALUES('da88714716843145fd756131185781a4',4,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":2,"question":{"item":{"id":"actor-saw-reactions/what","fact_id":"actor-saw-reactions","kind":"choice","difficulty":"medium","topic":"specials","spoils":0,"ask":"What did Kim Soo-hyun say in the special episodes that he had come across on social media?","answer":"Reactions of fans","wrong":["Reviews by critics","Leaked set photos","Parodies by rivals","Tables of ratings"],"why":"The specials went out on 4 and 5 May 2024, after eight weekends of episodes for fans to talk about.","sources":[{"publisher":"the source article","paragraph":17}]},"options":[{"key":"a","text":"Reviews by critics"},{"key":"b","text":"Parodies by rivals"},{"key":"c","text":"Tables of ratings"},{"key":"d","text":"Reactions of fans"}],"solution":["d"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Reviews by critics"},{"key":"b","text":"Parodies by rivals"},{"key":"c","text":"Tables of ratings"},{"key":"d","text":"Reactions of fans"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ends":true,"regraded":false,"player":"","counts":true}','judged','actor-saw-reactions/what','2026-11-23T07:34:02.603+09:00');
INSERT INTO "moves" VALUES('da88714716843145fd756131185781a4',5,0,'{"type":"next","at":0}','{"type":"ended","how":"finished","standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ranked":true,"ruleset":1,"board":"1/classic/any/2/custom"}','ended',NULL,'2026-11-23T07:34:02.603+09:00');
CREATE TABLE removed (
    game text primary key not null,
    removed_at text not null
) strict;
INSERT INTO "removed" VALUES('da88714716843145fd756131185781a4','2026-11-23T07:34:03.319+09:00');
CREATE TABLE results (
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
INSERT INTO "results" VALUES('abababababababababababababababab','Elsewhere','classic','any',2,2,0,0,0,1,'1/classic/any/2/custom',11,NULL,'queen-of-tears','1e9fe4f44bf56ee4',0,'2026-11-23T07:34:02.279+09:00','2026-11-23T07:34:02.295+09:00',0,1,0,1795386842295,'imported',0);
INSERT INTO "results" VALUES('facc45379483675a17f2eeb57375b509','Min','classic','any',2,2,0,0,0,1,'1/classic/any/2/custom',11,NULL,'queen-of-tears','1e9fe4f44bf56ee4',0,'2026-11-23T07:34:02.279+09:00','2026-11-23T07:34:02.295+09:00',0,1,0,1795386842295,'here',0);
INSERT INTO "results" VALUES('da88714716843145fd756131185781a4','Min','classic','any',2,2,0,0,0,1,'1/classic/any/2/custom',13,NULL,'queen-of-tears','1e9fe4f44bf56ee4',0,'2026-11-23T07:34:02.590+09:00','2026-11-23T07:34:02.603+09:00',0,1,0,1795386842603,'here',1);
CREATE TABLE settings (
    name text primary key not null,
    value text not null
) strict;
INSERT INTO "settings" VALUES('player','Min');
CREATE TABLE tally (
    board text not null,
    points integer not null,
    games integer not null check (games > 0),
    primary key (board, points)
) strict, without rowid;
INSERT INTO "tally" VALUES('1/classic/any/2/custom',0,2);
CREATE TABLE unfinished (
    game text primary key not null references games (id)
) strict, without rowid;
INSERT INTO "unfinished" VALUES('453ef000e1750250cf503aba693c1d81');
CREATE INDEX games_by_player on games (player, pack, id);
CREATE INDEX moves_by_outcome on moves (game, what, question) where question is not null;
CREATE TRIGGER moves_follow before insert on moves
when new.n <> (select coalesce(max(n), 0) + 1 from moves where game = new.game)
    or exists (select 1 from closed where game = new.game)
begin
    select raise(abort, 'a move follows the one before it, in a game that is open');
end;
CREATE TRIGGER moves_unchanged before update on moves
begin
    select raise(abort, 'a move is never changed');
end;
CREATE TRIGGER moves_kept before delete on moves
begin
    select raise(abort, 'a move is never deleted');
end;
CREATE TRIGGER games_open after insert on games begin
    insert into unfinished (game) values (new.id);
end;
CREATE TRIGGER closed_ends after insert on closed begin
    delete from unfinished where game = new.game;
end;
CREATE TRIGGER removed_known before insert on removed
when not exists (select 1 from games where id = new.game)
    and not exists (select 1 from results where game_id = new.game)
begin
    select raise(abort, 'a game to be removed exists');
end;
CREATE TRIGGER removed_hides after insert on removed begin
    delete from unfinished where game = new.game;
    update results set hidden = 1 where game_id = new.game;
end;
CREATE TRIGGER results_added after insert on results when new.ranked and not new.hidden begin
    insert into tally (board, points, games) values (new.board, new.points, 1)
    on conflict (board, points) do update set games = games + 1;
end;
CREATE TRIGGER results_taken after delete on results when old.ranked and not old.hidden begin
    delete from tally where board = old.board and points = old.points and games = 1;
    update tally set games = games - 1 where board = old.board and points = old.points and games > 1;
end;
CREATE TRIGGER results_hidden after update of hidden on results when old.ranked and new.hidden > old.hidden begin
    delete from tally where board = old.board and points = old.points and games = 1;
    update tally set games = games - 1 where board = old.board and points = old.points and games > 1;
end;
CREATE TRIGGER results_kept before update of game_id, board, points, ranked on results
begin
    select raise(abort, 'what a game came to is never changed');
end;
CREATE UNIQUE INDEX results_by_id on results (game_id);
CREATE INDEX results_by_player on results (player, board, points desc, right desc, helps, finished_ms, game_id, ranked)
where hidden = 0;
COMMIT;
