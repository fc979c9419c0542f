-- What the runner said is kept in a written form of its own (dev.longrun.log.said.note.WrittenEntry). Rows of version 0.1 held a form
-- that depended on the names of classes; those by which later notes find earlier ones are written anew.
update note_entry
set said = 'run: ' || substr(said, 11, instr(said, ', words={') - 11)
    || ' {' || substr(said, instr(said, ', words={') + 9, length(said) - instr(said, ', words={') - 9)
where said like 'OfRun[run=%, words={%}]';

update note_entry set said = 'delete: ' || substr(said, 12, length(said) - 12) where said like 'Delete[run=%]';
update note_entry set said = 'keep: ' || substr(said, 10, length(said) - 10) where said like 'Keep[run=%]';
update note_entry set said = 'merge: ' || replace(substr(said, 11, length(said) - 11), ', other=', ', ') where said like 'Merge[one=%]';

update note_entry
set said = 'apart: ' || replace(replace(substr(said, 11, length(said) - 11), ', other=null', ''), ', other=', ', ')
where said like 'Apart[one=%]';
