PRAGMA application_id = 1366250609;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE cards (
    pack text not null,
    player text not null,
    fact text not null,
    question text not null,
    due text not null,
    card text not null,
    before text,
    primary key (pack, player, fact)
) strict, without rowid;
INSERT INTO "cards" VALUES('queen-of-tears','Min','ep15-date','ep15-date/of-the-day','2026-11-23T02:20:01+00:00','{"state":1,"step":0,"stability":0.212,"difficulty":6.4133,"due":"2026-11-23T02:20:01.766000+00:00","at":"2026-11-23T02:19:01.766000+00:00"}',NULL);
INSERT INTO "cards" VALUES('queen-of-tears','Min','hyun-tae-relation','hyun-tae-relation/his-place','2026-11-23T02:20:01+00:00','{"state":1,"step":0,"stability":0.212,"difficulty":6.4133,"due":"2026-11-23T02:20:01.782000+00:00","at":"2026-11-23T02:19:01.782000+00:00"}',NULL);
INSERT INTO "cards" VALUES('queen-of-tears','민지','d-village-is-his','d-village-is-his/character','2026-11-23T02:20:02+00:00','{"state":1,"step":0,"stability":0.212,"difficulty":6.4133,"due":"2026-11-23T02:20:02.345000+00:00","at":"2026-11-23T02:19:02.345000+00:00"}',NULL);
CREATE TABLE cards_upto (
    pack text primary key not null,
    last integer not null
) strict, without rowid;
INSERT INTO "cards_upto" VALUES('queen-of-tears',12);
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
INSERT INTO "closed" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60','finished','2026-11-23T11:19:01.792+09:00');
INSERT INTO "closed" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7','finished','2026-11-23T11:19:02.885+09:00');
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
INSERT INTO "games" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60','Min','classic','queen-of-tears','41788feccc1a3318',11,'{"player":"Min","mode":"classic","rules":{"lives":null,"fifty":1,"hints":true,"counted":true,"length":10,"ask_ms":null,"game_ms":null,"safe":[],"walk":false,"lazy":false,"kinds":[]},"filters":{"difficulties":[],"topics":[],"kinds":["choice"],"up_to":0},"length":2,"seed":11,"chosen":true,"pack":"queen-of-tears","digest":"41788feccc1a3318","foreign":false,"source":"","longer":false,"practice":false,"day":"","players":[],"same":false,"due":[],"total":0,"code":"QT1-4BZ1-HJJ0-42Y4-FK5K","level":null}','[{"id":"ep15-date/of-the-day","options":["Episode 12","Episode 13","Episode 14","Episode 15"]},{"id":"hyun-tae-relation/his-place","options":["Hae-in''s father","Hae-in''s younger brother","Hyun-woo''s brother","Hae-in''s grandfather"]}]','2026-11-23T11:19:01.504+09:00',1795400341504);
INSERT INTO "games" VALUES('ad81b3a51695ff1dbc9ac3c3386a4102','민지','classic','queen-of-tears','41788feccc1a3318',12,'{"player":"민지","mode":"classic","rules":{"lives":null,"fifty":1,"hints":true,"counted":true,"length":10,"ask_ms":null,"game_ms":null,"safe":[],"walk":false,"lazy":false,"kinds":[]},"filters":{"difficulties":[],"topics":[],"kinds":["choice"],"up_to":0},"length":2,"seed":12,"chosen":true,"pack":"queen-of-tears","digest":"41788feccc1a3318","foreign":false,"source":"","longer":false,"practice":false,"day":"","players":[],"same":false,"due":[],"total":0,"code":"QT1-0013-9S2T-S820-42Y4-FA2A","level":null}','[{"id":"d-village-is-his/character","options":["Baek Hyun-woo","Hong Hae-in","Cheon Da-hye","Mo Seul-hee"]},{"id":"secretary-name/name","options":["Secretary Ko","Secretary Mo","Secretary Na","Secretary Jeon"]}]','2026-11-23T11:19:02.205+09:00',1795400342205);
INSERT INTO "games" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7','Min','classic','queen-of-tears','41788feccc1a3318',13,'{"player":"Min","mode":"classic","rules":{"lives":null,"fifty":1,"hints":true,"counted":true,"length":10,"ask_ms":null,"game_ms":null,"safe":[],"walk":false,"lazy":false,"kinds":[]},"filters":{"difficulties":[],"topics":[],"kinds":["choice"],"up_to":0},"length":2,"seed":13,"chosen":true,"pack":"queen-of-tears","digest":"41788feccc1a3318","foreign":false,"source":"","longer":false,"practice":false,"day":"","players":[],"same":false,"due":[],"total":0,"code":"QT1-0035-B0SE-HNA0-42Y4-F7M7","level":null}','[{"id":"du-gwan-job/who","options":["Hong Beom-jun","Kim Yang-gi","Baek Du-gwan","Baek Hyun-tae"]},{"id":"ost-way-home/song","options":["More Than Enough","Last Chance","Hold Me Back","Way Home"]}]','2026-11-23T11:19:02.721+09:00',1795400342721);
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
INSERT INTO "moves" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60',1,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":1,"question":{"item":{"id":"ep15-date/of-the-day","fact_id":"ep15-date","kind":"choice","difficulty":"medium","topic":"air-dates","spoils":0,"ask":"Which regular episode did tvN show for the first time on 27 April 2024?","answer":"Episode 15","wrong":["Episode 12","Episode 13","Episode 14"],"ascending":true,"wrong_below":3,"why":"It opened the last weekend of the regular run.","sources":[{"publisher":"the source article","paragraph":15},{"publisher":"Pinkvilla","page":"https://www.pinkvilla.com/entertainment/queen-of-tears-achieves-highest-ratings-yet-with-new-episode-ahead-of-season-finale-1300056"},{"publisher":"Herald POP","page":"http://pop.heraldcorp.com/list.php?ct=01-50-26&np=327"},{"publisher":"Aju News","date":"2024-04-28","page":"https://m.ajunews.com/amp/20240428104224920"}]},"options":[{"key":"a","text":"Episode 12"},{"key":"b","text":"Episode 13"},{"key":"c","text":"Episode 14"},{"key":"d","text":"Episode 15"}],"solution":["d"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Episode 12"},{"key":"b","text":"Episode 13"},{"key":"c","text":"Episode 14"},{"key":"d","text":"Episode 15"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":1,"lives":null},"ends":false,"regraded":false,"player":"","counts":true}','judged','ep15-date/of-the-day','2026-11-23T11:19:01.766+09:00');
INSERT INTO "moves" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60',2,0,'{"type":"next","at":0}',NULL,NULL,NULL,'2026-11-23T11:19:01.770+09:00');
INSERT INTO "moves" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60',3,0,'{"type":"flag","at":0,"reason":"Too easy."}','{"type":"flagged","question_id":"ep15-date/of-the-day","reason":"Too easy."}','flagged','ep15-date/of-the-day','2026-11-23T11:19:01.774+09:00');
INSERT INTO "moves" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60',4,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":2,"question":{"item":{"id":"hyun-tae-relation/his-place","fact_id":"hyun-tae-relation","kind":"choice","difficulty":"easy","topic":"cast","spoils":0,"ask":"Who is Baek Hyun-tae in Queen of Tears?","answer":"Hyun-woo''s brother","wrong":["Hae-in''s younger brother","Hae-in''s grandfather","Hyun-woo''s father","Hae-in''s father"],"why":"He has stayed in the village that his brother left for Seoul.","sources":[{"publisher":"Honam Hot News","page":"http://honamhotnews.com/detail.php?number=11270&thread=23r06"},{"publisher":"Pinkvilla","page":"https://www.pinkvilla.com/entertainment/kim-soo-hyun-if-you-wont-marry-queen-of-tears-cast-to-unveil-funny-off-cam-stories-in-special-episodes-watch-1300739"}]},"options":[{"key":"a","text":"Hae-in''s father"},{"key":"b","text":"Hae-in''s younger brother"},{"key":"c","text":"Hyun-woo''s brother"},{"key":"d","text":"Hae-in''s grandfather"}],"solution":["c"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Hae-in''s father"},{"key":"b","text":"Hae-in''s younger brother"},{"key":"c","text":"Hyun-woo''s brother"},{"key":"d","text":"Hae-in''s grandfather"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ends":true,"regraded":false,"player":"","counts":true}','judged','hyun-tae-relation/his-place','2026-11-23T11:19:01.782+09:00');
INSERT INTO "moves" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60',5,0,'{"type":"next","at":0}','{"type":"ended","how":"finished","standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ranked":true,"ruleset":1,"board":"1/classic/any/2/custom"}','ended',NULL,'2026-11-23T11:19:01.792+09:00');
INSERT INTO "moves" VALUES('ad81b3a51695ff1dbc9ac3c3386a4102',1,1,'{"type":"answer","at":1,"given":[]}','{"type":"judged","number":1,"question":{"item":{"id":"d-village-is-his/character","fact_id":"d-village-is-his","kind":"choice","difficulty":"easy","topic":"locations","spoils":0,"ask":"Whose home village is Yongdu-ri?","answer":"Baek Hyun-woo","wrong":["Yoon Eun-sung","Hong Hae-in","Mo Seul-hee","Grace Ko","Cheon Da-hye"],"why":"His father is the village head there, and the family keeps the supermarket.","sources":[{"publisher":"the source article","paragraph":6},{"publisher":"TenAsia","date":"2024-04-08","page":"https://www.tenasia.com/entertainment/2024040879114"},{"publisher":"KStarTrend","date":"2024-04-11","page":"https://kstartrend.com/2024/04/11/queen-of-tears-two-part-special-follow-up-broadcast-will-include-ask-me-anything-more/"},{"publisher":"TenAsia","date":"2024-03-08","page":"https://www.tenasia.com/tv/2024030866234"},{"publisher":"Edaily","page":"https://edaily.co.kr/News/Read?mediaCodeNo=258&newsId=01115206638822008"},{"publisher":"Ilgan Sports","date":"2024-03-17","page":"https://isplus.com/article/view/isp202403170016"}]},"options":[{"key":"a","text":"Baek Hyun-woo"},{"key":"b","text":"Hong Hae-in"},{"key":"c","text":"Cheon Da-hye"},{"key":"d","text":"Mo Seul-hee"}],"solution":["a"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Baek Hyun-woo"},{"key":"b","text":"Hong Hae-in"},{"key":"c","text":"Cheon Da-hye"},{"key":"d","text":"Mo Seul-hee"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":1,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":1,"lives":null},"ends":false,"regraded":false,"player":"","counts":true}','judged','d-village-is-his/character','2026-11-23T11:19:02.345+09:00');
INSERT INTO "moves" VALUES('ad81b3a51695ff1dbc9ac3c3386a4102',2,1,'{"type":"next","at":1}',NULL,NULL,NULL,'2026-11-23T11:19:02.358+09:00');
INSERT INTO "moves" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7',1,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":1,"question":{"item":{"id":"du-gwan-job/who","fact_id":"du-gwan-job","kind":"choice","difficulty":"medium","topic":"cast","spoils":0,"ask":"Which character is the head of the village of Yongdu-ri?","answer":"Baek Du-gwan","wrong":["Baek Hyun-tae","Kim Yang-gi","Young-song","Hong Beom-jun","Hong Man-dae"],"why":"His daughter-in-law is an heiress from Seoul.","sources":[{"publisher":"Barunayn","page":"https://barunayn.com/entry/%EB%88%88%EB%AC%BC%EC%9D%98-%EC%97%AC%EC%99%95-%EC%9D%B8%EB%AC%BC%EA%B4%80%EA%B3%84%EB%8F%84-%EC%B6%9C%EC%97%B0%EC%A7%84-%EC%A4%84%EA%B1%B0%EB%A6%AC"},{"publisher":"Edaily","page":"https://edaily.co.kr/News/Read?mediaCodeNo=258&newsId=01115206638822008"},{"publisher":"TenAsia","date":"2024-03-08","page":"https://www.tenasia.com/tv/2024030866234"},{"publisher":"Ilgan Sports","date":"2024-03-17","page":"https://isplus.com/article/view/isp202403170016"}]},"options":[{"key":"a","text":"Hong Beom-jun"},{"key":"b","text":"Kim Yang-gi"},{"key":"c","text":"Baek Du-gwan"},{"key":"d","text":"Baek Hyun-tae"}],"solution":["c"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"Hong Beom-jun"},{"key":"b","text":"Kim Yang-gi"},{"key":"c","text":"Baek Du-gwan"},{"key":"d","text":"Baek Hyun-tae"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":1,"lives":null},"ends":false,"regraded":false,"player":"","counts":true}','judged','du-gwan-job/who','2026-11-23T11:19:02.859+09:00');
INSERT INTO "moves" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7',2,0,'{"type":"next","at":0}',NULL,NULL,NULL,'2026-11-23T11:19:02.879+09:00');
INSERT INTO "moves" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7',3,0,'{"type":"flag","at":0,"reason":"Too easy."}','{"type":"flagged","question_id":"du-gwan-job/who","reason":"Too easy."}','flagged','du-gwan-job/who','2026-11-23T11:19:02.883+09:00');
INSERT INTO "moves" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7',4,0,'{"type":"answer","at":0,"given":[]}','{"type":"judged","number":2,"question":{"item":{"id":"ost-way-home/song","fact_id":"ost-way-home","kind":"choice","difficulty":"easy","topic":"music","spoils":0,"ask":"Which song on the soundtrack of Queen of Tears does Kim Soo-hyun sing himself?","answer":"Way Home","wrong":["Last Chance","Hold Me Back","More Than Enough"],"why":"He had last sung for a drama about ten years before.","sources":[{"publisher":"Rapport PH","page":"https://rapportph.com/queen-of-tears-breaks-viewership-records-announces-special-episodes/"},{"publisher":"Sportskeeda","page":"https://www.sportskeeda.com/us/k-pop/news-it-felt-like-revisiting-old-memory-music-director-nam-hye-seung-shares-story-behind-kim-soo-hyun-singing-ost-queen-of-tears"},{"publisher":"Sportskeeda","page":"https://www.sportskeeda.com/us/k-pop/news-queen-tears-ost-album-records-top-sales-rankings-causing-sell-out-even-official-release"}]},"options":[{"key":"a","text":"More Than Enough"},{"key":"b","text":"Last Chance"},{"key":"c","text":"Hold Me Back"},{"key":"d","text":"Way Home"}],"solution":["d"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"More Than Enough"},{"key":"b","text":"Last Chance"},{"key":"c","text":"Hold Me Back"},{"key":"d","text":"Way Home"}]},"given":[],"verdict":{"credit":0.0,"reason":"pass"},"score":{"points":0,"terms":[{"name":"base","points":0}]},"help":[],"took_ms":0,"standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ends":true,"regraded":false,"player":"","counts":true}','judged','ost-way-home/song','2026-11-23T11:19:02.884+09:00');
INSERT INTO "moves" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7',5,0,'{"type":"next","at":0}','{"type":"ended","how":"finished","standing":{"points":0,"streak":0,"best_streak":0,"right":0,"asked":2,"lives":null},"ranked":true,"ruleset":1,"board":"1/classic/any/2/custom"}','ended',NULL,'2026-11-23T11:19:02.885+09:00');
CREATE TABLE removed (
    game text primary key not null,
    removed_at text not null
) strict;
INSERT INTO "removed" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7','2026-11-23T11:19:05.228+09:00');
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
INSERT INTO "results" VALUES('abababababababababababababababab','Elsewhere','classic','any',2,2,0,0,0,1,'1/classic/any/2/custom',11,'QT1-4BZ1-HJJ0-42Y4-FK5K','queen-of-tears','41788feccc1a3318',0,'2026-11-23T11:19:01.504+09:00','2026-11-23T11:19:01.792+09:00',0,1,0,1795400341792,'imported',0);
INSERT INTO "results" VALUES('f58e2cab0bc9fb871d950f1c0ba37a60','Min','classic','any',2,2,0,0,0,1,'1/classic/any/2/custom',11,'QT1-4BZ1-HJJ0-42Y4-FK5K','queen-of-tears','41788feccc1a3318',0,'2026-11-23T11:19:01.504+09:00','2026-11-23T11:19:01.792+09:00',0,1,0,1795400341792,'here',0);
INSERT INTO "results" VALUES('9e68fe4bb45e3fcfbe5fc517ff3119d7','Min','classic','any',2,2,0,0,0,1,'1/classic/any/2/custom',13,'QT1-0035-B0SE-HNA0-42Y4-F7M7','queen-of-tears','41788feccc1a3318',0,'2026-11-23T11:19:02.721+09:00','2026-11-23T11:19:02.885+09:00',0,1,0,1795400342885,'here',1);
CREATE TABLE settings (
    name text primary key not null,
    value text not null
) strict;
INSERT INTO "settings" VALUES('player','Min');
CREATE TABLE stats_facts (
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
INSERT INTO "stats_facts" VALUES('queen-of-tears',0,'Min','ep15-date','ep15-date/of-the-day',1,0,1,0,0);
INSERT INTO "stats_facts" VALUES('queen-of-tears',0,'Min','hyun-tae-relation','hyun-tae-relation/his-place',1,0,1,0,0);
INSERT INTO "stats_facts" VALUES('queen-of-tears',0,'민지','d-village-is-his','d-village-is-his/character',1,0,1,1,1);
CREATE TABLE stats_players (
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
INSERT INTO "stats_players" VALUES('queen-of-tears',0,'Min',0,0,0,1276563,2);
INSERT INTO "stats_players" VALUES('queen-of-tears',0,'민지',0,0,0,1360632,1);
CREATE TABLE stats_ratings (
    pack text not null,
    up_to integer not null,
    fact text not null,
    question text not null,
    milli integer not null,
    plays integer not null,
    primary key (pack, up_to, fact)
) strict, without rowid;
INSERT INTO "stats_ratings" VALUES('queen-of-tears',0,'d-village-is-his','d-village-is-his/character',1439368,1);
INSERT INTO "stats_ratings" VALUES('queen-of-tears',0,'ep15-date','ep15-date/of-the-day',1606250,1);
INSERT INTO "stats_ratings" VALUES('queen-of-tears',0,'hyun-tae-relation','hyun-tae-relation/his-place',1423046,1);
CREATE TABLE stats_tallies (
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
INSERT INTO "stats_tallies" VALUES('queen-of-tears',0,'Min','air-dates','choice','medium',0,1,0,1,0);
INSERT INTO "stats_tallies" VALUES('queen-of-tears',0,'Min','cast','choice','easy',0,1,0,1,0);
INSERT INTO "stats_tallies" VALUES('queen-of-tears',0,'민지','locations','choice','easy',0,1,0,1,1);
CREATE TABLE stats_upto (
    pack text not null,
    up_to integer not null,
    last integer not null,
    primary key (pack, up_to)
) strict, without rowid;
INSERT INTO "stats_upto" VALUES('queen-of-tears',0,12);
CREATE TABLE taken_back (
    game text not null,
    n integer not null,
    done_at text not null,
    primary key (game, n),
    foreign key (game, n) references moves (game, n)
) strict, without rowid;
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
INSERT INTO "unfinished" VALUES('ad81b3a51695ff1dbc9ac3c3386a4102');
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
CREATE INDEX stats_missed on stats_facts (pack, up_to, player, missed desc, asked, fact) where missed > 0;
CREATE INDEX stats_slowest on stats_facts (pack, up_to, player, mean_ms desc, fact) where asked > 1;
CREATE INDEX stats_rated on stats_ratings (pack, up_to, milli, fact) where plays >= 50;
CREATE INDEX cards_by_due on cards (pack, player, due, fact);
CREATE INDEX dailies_by_player on games (player, pack) where mode = 'daily';
CREATE TRIGGER removed_folds_anew after insert on removed begin
    delete from stats_upto where exists (
        select 1 from games where id = new.game and instr('+' || games.pack || '+', '+' || stats_upto.pack || '+')
    );
    delete from cards_upto where exists (
        select 1 from games where id = new.game and instr('+' || games.pack || '+', '+' || cards_upto.pack || '+')
    );
end;
CREATE TRIGGER renamed_folds_anew after update of player on games when new.player <> old.player begin
    delete from stats_upto where instr('+' || new.pack || '+', '+' || stats_upto.pack || '+');
    delete from cards_upto where instr('+' || new.pack || '+', '+' || cards_upto.pack || '+');
end;
CREATE UNIQUE INDEX results_by_id on results (game_id);
CREATE INDEX results_by_player on results (player, board, points desc, right desc, helps, finished_ms, game_id, ranked)
where hidden = 0;
CREATE INDEX results_by_time on results (player, pack, finished_ms desc, game_id desc) where hidden = 0;
COMMIT;
