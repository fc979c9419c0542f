package dev.longrun.coach.advice;

/** Advice to train in some way: not given to somebody who is injured or ill. */
interface TrainingAdvice extends AdviceRule {}
