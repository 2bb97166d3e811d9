package bankassistant.lab.heads;

import bankassistant.lab.training.LabelledSet;
import java.util.List;

/** Texts that a head learns from. */
public interface HeadTexts {

    /** Names, in the order of the head's logits. */
    List<String> classes();

    /** As they were typed. */
    List<String> texts();

    /** @param ids of each text's tokens */
    LabelledSet rows(List<int[]> ids);
}
