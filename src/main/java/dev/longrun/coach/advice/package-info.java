/**
 * What a runner may be advised: sentences of a closed catalogue, chosen by rules from findings.
 * {@link dev.longrun.coach.advice.AdviceBook} has them in their order; none that is
 * {@link dev.longrun.coach.advice.TrainingAdvice} is given to somebody who is injured or ill. A new one is a class and a line there.
 */
package dev.longrun.coach.advice;
