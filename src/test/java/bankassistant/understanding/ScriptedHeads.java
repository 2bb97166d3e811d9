package bankassistant.understanding;

import bankassistant.model.MessageHeads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Heads that were told what texts are: the first rule that a text meets counts; any other text is OUT. */
public final class ScriptedHeads implements MessageHeads {

    private static final float SURE = 6;

    private final IntentCatalog catalog = IntentCatalog.banking77();
    private final Map<Predicate<String>, Map<String, float[]>> rules = new LinkedHashMap<>();
    /** What was scored, call by call. */
    public final List<List<String>> calls = new ArrayList<>();

    public ScriptedHeads banking(String words, String intent) {
        return rule(words, scope(ScopeClass.BANKING, SURE), intents(intent, SURE));
    }

    public ScriptedHeads vague(String words, String... likeliest) {
        float[] intents = new float[catalog.size()];
        for (int i = 0; i < likeliest.length; i++) {
            intents[index(likeliest[i])] = SURE - i * 0.5f;
        }
        return rule(words, scope(ScopeClass.VAGUE, SURE), intents);
    }

    public ScriptedHeads out(String words) {
        return rule(words, scope(ScopeClass.OUT, SURE), new float[catalog.size()]);
    }

    public ScriptedHeads smallTalk(String words) {
        return rule(words, scope(ScopeClass.SMALL_TALK, SURE), new float[catalog.size()]);
    }

    /** Texts with these words get these logits. */
    public ScriptedHeads rule(String words, float[] scope, float[] intents) {
        rules.put(text -> text.toLowerCase().contains(words), Map.of(SCOPE, scope, INTENT, intents));
        return this;
    }

    @Override
    public List<Map<String, float[]>> score(List<String> texts) {
        calls.add(List.copyOf(texts));
        return texts.stream().map(this::score).toList();
    }

    private Map<String, float[]> score(String text) {
        return rules.entrySet().stream().filter(rule -> rule.getKey().test(text)).findFirst().map(Map.Entry::getValue)
                .orElse(Map.of(SCOPE, scope(ScopeClass.OUT, SURE), INTENT, new float[catalog.size()]));
    }

    static float[] scope(ScopeClass scopeClass, float logit) {
        float[] logits = new float[ScopeClass.values().length];
        logits[scopeClass.ordinal()] = logit;
        return logits;
    }

    public float[] intents(String name, float logit) {
        float[] logits = new float[catalog.size()];
        logits[index(name)] = logit;
        return logits;
    }

    private int index(String name) {
        return catalog.intents().indexOf(catalog.named(name).orElseThrow());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
