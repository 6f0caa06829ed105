package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which steps may run beside each other. */
class GroupingTest {

  @Test
  void stepsThatMakeAndChangeEntitiesOfOneCollectionGoTogether() {
    assertThat(together(List.of(make(1), change(2), make(3)))).isEqualTo(3);
  }

  @Test
  void deletionsGoApart() {
    assertThat(together(List.of(make(1), remove(2), remove(3)))).isEqualTo(1);
    assertThat(together(List.of(remove(2), remove(3), make(1)))).isEqualTo(2);
  }

  @Test
  void anotherCollectionGoesApart() {
    // Given
    var service = key("services", 9);
    var other = step(Optional.empty(), Optional.of(Entities.whole(service, Entities.service(9))));
    // Then
    assertThat(together(List.of(make(1), other, make(3)))).isEqualTo(1);
  }

  @Test
  void partsOfWhatOthersOwnAreAlwaysAlone() {
    // Given
    var key = key("plugins", 7);
    var theirs = NativeObject.foreign(key, new Content.Tree(Entities.limit(7, 1, 5)));
    var part =
        new NativeObject(
            key,
            new Content.Tree(json("{'enabled':false}")),
            Set.of(new Claim.Fields(Set.of(NodePath.of("enabled")), Entities.SOURCE)));
    var shared = step(Optional.of(theirs), Optional.of(part));
    // Then
    assertThat(together(List.of(shared, make(1)))).isEqualTo(1);
    assertThat(together(List.of(make(1), shared, make(2)))).isEqualTo(1);
  }

  @Test
  void oneObjectIsTouchedOnceInAGroup() {
    assertThat(together(List.of(make(1), make(2), change(1)))).isEqualTo(2);
  }

  @Test
  void groupsAreBoundedByWhatIsLetThroughWhileTheirListIsReliedOn() {
    // Given
    var steps = new ArrayList<Step>();
    for (int i = 0; i < 500; i++) {
      steps.add(make(i));
    }
    // Then
    assertThat(Grouping.together(steps, Grouping.most(200))).isEqualTo(400);
    assertThat(Grouping.most(100_000)).isEqualTo(1_000);
    assertThat(Grouping.most(0.1)).isEqualTo(1);
  }

  private static int together(List<Step> next) {
    return Grouping.together(next, Grouping.MOST);
  }

  private static Step make(int number) {
    return step(Optional.empty(), Optional.of(limit(number, 5)));
  }

  private static Step change(int number) {
    return step(Optional.of(limit(number, 5)), Optional.of(limit(number, 7)));
  }

  private static Step remove(int number) {
    return step(Optional.of(limit(number, 5)), Optional.empty());
  }

  private static NativeObject limit(int number, int perMinute) {
    return Entities.whole(key("plugins", number), Entities.limit(number, 1, perMinute));
  }

  private static Step step(Optional<NativeObject> before, Optional<NativeObject> after) {
    var key = after.or(() -> before).orElseThrow().key();
    return new Step(1, new Change(key, before, after));
  }
}
