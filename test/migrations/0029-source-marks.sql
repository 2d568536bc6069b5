insert into source_marks (source_id, done_up_to, done) select min(id), 41, '{43,44}' from sources;
