package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.policy.Duty;
import bankassistant.policy.Section;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassageCodecTest {

    @Test
    void a_duty_and_what_is_told_together_come_back_as_they_were_written() {
        List<Section.Span> spans = List.of(new Section.Span(0, 1), new Section.Span(2, 3));
        Section section = new Section("s", "Title", "a b", spans, List.of(),
                Optional.of(new Duty.Right("60 days", "s", "Title", "a")), List.of(0, 1));
        Passage passage = new Passage("p", "Policy", "1", "0", section, "Cards");
        PassageCodec codec = new PassageCodec();

        assertThat(codec.read(codec.write(passage))).isEqualTo(passage);
    }
}
