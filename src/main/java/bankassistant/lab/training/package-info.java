/**
 * Training: the loop over a {@link bankassistant.model.training.TrainableNetwork}, whatever it computes with.
 *
 * <p>A {@link bankassistant.lab.training.TrainingPlan} and a {@link bankassistant.lab.training.TrainingSet} decide every
 * step beforehand: which rows, in which order, with which dropout. So a run that was killed goes on from its last
 * checkpoint as if nothing had happened, and two runs with one seed are the same run.
 */
package bankassistant.lab.training;
