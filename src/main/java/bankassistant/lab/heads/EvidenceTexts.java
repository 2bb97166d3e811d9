package bankassistant.lab.heads;

import bankassistant.lab.LabelledText;
import bankassistant.lab.training.LabelledSet;
import bankassistant.policy.Policy;
import bankassistant.policy.Section;
import bankassistant.retrieval.SentenceHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Questions with the sentence of a policy that answers them: one class for each sentence, and one for none. Where only the
 * section is known, its sentences share the target.
 *
 * @param targets {@code [texts][classes]}
 */
public record EvidenceTexts(List<String> classes, List<String> texts, float[][] targets) implements HeadTexts {

    /** What the first sentence of a section gets where only the section is known: its title asks what that one answers. */
    private static final float FIRST = 0.5f;

    public EvidenceTexts {
        classes = List.copyOf(classes);
        texts = List.copyOf(texts);
    }

    /**
     * Reads CSV with the header {@code text,label}; a label is {@code policy/section#sentence} counted from 1,
     * {@code policy/section} or {@code none}.
     *
     * @throws IOException naming file and line, if the file does not hold that or the policies lack a label
     */
    public static EvidenceTexts read(Path file, List<Policy> policies) throws IOException {
        Map<String, float[]> targets = targets(policies);
        List<LabelledText> rows = LabelledText.read(file, "label", Set.copyOf(targets.keySet()));
        return new EvidenceTexts(classes(policies), rows.stream().map(row -> row.text().strip()).toList(),
                rows.stream().map(row -> targets.get(row.label())).toArray(float[][]::new));
    }

    /** The classes of these policies' sentences, in their order; the last is for none. */
    static List<String> classes(List<Policy> policies) {
        List<String> classes = new ArrayList<>();
        for (Policy policy : policies) {
            for (Section section : policy.sections()) {
                IntStream.rangeClosed(1, section.sentences().size())
                        .forEach(n -> classes.add(policy.id() + "/" + section.id() + "#" + n));
            }
        }
        classes.add(SentenceHead.NONE);
        return classes;
    }

    private static Map<String, float[]> targets(List<Policy> policies) {
        List<String> classes = classes(policies);
        Map<String, float[]> targets = new LinkedHashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            float[] target = new float[classes.size()];
            target[i] = 1;
            targets.put(classes.get(i), target);
        }
        for (Policy policy : policies) {
            for (Section section : policy.sections()) {
                String key = policy.id() + "/" + section.id();
                targets.put(key, shared(classes, key, section.sentences().size()));
            }
        }
        return targets;
    }

    private static float[] shared(List<String> classes, String section, int sentences) {
        float[] target = new float[classes.size()];
        for (int n = 1; n <= sentences; n++) {
            target[classes.indexOf(section + "#" + n)] = (1 - FIRST) / sentences + (n == 1 ? FIRST : 0);
        }
        return target;
    }

    @Override
    public LabelledSet rows(List<int[]> ids) {
        return new LabelledSet(ids, targets);
    }
}
