package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.ClassFigures.Confusion;
import bankassistant.lab.ClassFigures.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassFiguresTest {

    private static final List<Outcome> OUTCOMES = List.of(new Outcome("a", "a"), new Outcome("a", "a"),
            new Outcome("a", "b"), new Outcome("b", "a"), new Outcome("b", "a"), new Outcome("c", "c"));

    @Test
    void tell_how_each_class_is_told_from_the_others() {
        var classes = ClassFigures.of(OUTCOMES);

        assertThat(classes.get("a")).isEqualTo(new ClassFigures(3, 4, 2));
        assertThat(classes.get("a").precision()).isEqualTo(0.5);
        assertThat(classes.get("a").recall()).isEqualTo(2.0 / 3);
        assertThat(classes.get("a").f1()).isEqualTo(4.0 / 7);
        assertThat(classes.get("b").f1()).isZero();
        assertThat(classes.get("c").f1()).isEqualTo(1);
    }

    @Test
    void list_the_pairs_mistaken_most_often_first() {
        assertThat(ClassFigures.confusions(OUTCOMES)).containsExactly(new Confusion("b", "a", 2),
                new Confusion("a", "b", 1));
    }
}
