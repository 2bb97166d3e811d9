package bankassistant.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Role;
import bankassistant.identity.UserStatus;
import bankassistant.identity.UserStatus.State;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersViewModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakeAccounts accounts = new FakeAccounts("ada");
    private final UsersViewModel model = new UsersViewModel(accounts, background::add, Runnable::run, new Messages());

    @Test
    void shows_everybody_once_they_are_read() {
        model.start();
        assertThat(model.users()).isEmpty();
        assertThat(model.working().get()).isTrue();
        work();

        assertThat(model.users()).extracting(UserStatus::name).startsWith("ada", "otto.brandt").hasSize(6);
        assertThat(model.working().get()).isFalse();
    }

    @Test
    void an_added_user_stands_in_the_list_and_the_password_beside_it_until_handed_over() {
        started();
        model.begin();
        model.add(" Tilda ", Role.TELLER);
        work();

        assertThat(model.users().getLast()).extracting(UserStatus::name, UserStatus::state).containsExactly("tilda",
                State.ENROLLING);
        assertThat(model.side().get()).isInstanceOfSatisfying(Side.Handing.class, handing -> {
            assertThat(handing.user()).isEqualTo("tilda");
            assertThat(handing.password()).matches("([0-9a-z]{4}-){4}[0-9a-z]{4}");
            assertThat(handing.toString()).doesNotContain(handing.password());
        });
        model.choose(accounts.named("mia.li"));
        model.begin();
        assertThat(model.side().get()).as("still there").isInstanceOf(Side.Handing.class);
        model.handedOver();
        assertThat(model.side().get()).isEqualTo(new Side.Nothing());
    }

    @Test
    void who_is_there_already_is_not_added_and_what_was_typed_stays() {
        started();
        model.begin();
        model.add("Mia.Li", Role.AUDITOR);
        work();

        assertThat(model.refusal().get()).contains("already");
        assertThat(model.side().get()).isInstanceOf(Side.Adding.class);
        assertThat(model.users()).hasSize(6);
    }

    @Test
    void nothing_is_taken_away_without_asking_once_more() {
        started();
        model.choose(accounts.named("mia.li"));
        model.confirm();
        model.ask(Side.Act.DISABLE);
        assertThat(background).isEmpty();
        model.cancel();
        model.confirm();
        assertThat(background).isEmpty();

        model.ask(Side.Act.DISABLE);
        model.confirm();
        work();
        assertThat(model.side().get()).isEqualTo(new Side.Chosen(accounts.named("mia.li"), Optional.empty()));
        assertThat(accounts.named("mia.li").state()).isEqualTo(State.DISABLED);
        model.enable();
        work();
        assertThat(accounts.named("mia.li").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void a_reset_shows_the_password_that_serves_once() {
        started();
        model.choose(accounts.named("mia.li"));
        model.ask(Side.Act.RESET);
        model.confirm();
        work();

        assertThat(model.side().get()).isInstanceOfSatisfying(Side.Handing.class,
                handing -> assertThat(handing.added()).isFalse());
        assertThat(accounts.named("mia.li").state()).isEqualTo(State.ENROLLING);
    }

    @Test
    void a_password_that_was_on_the_screen_is_gone_with_the_lock() {
        started();
        model.begin();
        model.add("tilda", Role.TELLER);
        work();
        model.clear();

        assertThat(model.side().get()).isEqualTo(new Side.Nothing());
    }

    @Test
    void what_arrives_after_signing_out_is_not_shown() {
        started();
        model.begin();
        model.add("tilda", Role.TELLER);
        model.close();
        work();

        assertThat(model.side().get()).isEqualTo(new Side.Nothing());
    }

    @Test
    void a_list_that_could_not_be_read_is_read_again_on_request() {
        accounts.failure = Optional.of(new IOException("/secret/path"));
        model.start();
        work();
        assertThat(model.problem().get().text()).containsPattern("code [0-9A-Z]{4}:[0-9A-Z]{4}")
                .doesNotContain("secret");

        accounts.failure = Optional.empty();
        model.start();
        work();
        assertThat(model.problem().get()).isNull();
        assertThat(model.users()).isNotEmpty();
    }

    @Test
    void one_thing_is_done_after_the_other() {
        started();
        model.begin();
        model.add("tilda", Role.TELLER);
        model.add("tilda", Role.TELLER);

        assertThat(background).hasSize(1);
    }

    @Test
    void another_idle_limit_is_kept_within_its_bounds() {
        SettingsViewModel settings = new SettingsViewModel(accounts, background::add, Runnable::run, new Messages());
        settings.start();
        work();
        assertThat(settings.idleMinutes().get()).isEqualTo(5);
        settings.save(15);
        work();
        assertThat(settings.saved().get()).isTrue();
        assertThat(settings.idleMinutes().get()).isEqualTo(15);

        settings.save(90);
        work();
        assertThat(settings.saved().get()).isFalse();
        assertThat(settings.refusal().get()).contains("1 to 60");
        assertThat(settings.idleMinutes().get()).isEqualTo(15);
    }

    private void started() {
        model.start();
        work();
    }

    private void work() {
        background.remove().run();
    }
}
