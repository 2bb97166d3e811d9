package bankassistant.retrieval;

import bankassistant.policy.Section;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Completes chosen sentences by those that their section says are told with them. */
final class ToldTogether {

    /** Sentences of one section that evidence may have. */
    static final int MOST = 3;

    private ToldTogether() {}

    /**
     * The sentences to tell, ascending: three at most, and none without those that belong to it. One that would bring too many
     * stays out.
     *
     * @param bestFirst places in the section, at least one
     */
    static List<Integer> of(Section section, List<Integer> bestFirst) {
        SortedSet<Integer> told = new TreeSet<>();
        for (int sentence : bestFirst) {
            SortedSet<Integer> more = new TreeSet<>(told);
            more.addAll(section.with(sentence));
            if (more.size() <= MOST) {
                told = more;
            }
        }
        return List.copyOf(told);
    }
}
