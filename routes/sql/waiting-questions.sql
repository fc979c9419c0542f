-- Which questions wait for the coach: those that gave no trouble first, then by age.
select question_id
from question
where state in ('queued', 'provisional')
order by attempts, asked_at, question_id
