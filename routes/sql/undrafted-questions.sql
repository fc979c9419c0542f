-- Which questions have no answer yet, not even one without the model's words.
select question_id
from question
where state = 'queued'
order by asked_at, question_id
