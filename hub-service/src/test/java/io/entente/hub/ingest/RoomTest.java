package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RoomTest {

  private static final GatewayId A = new GatewayId("kong-a");
  private static final GatewayId B = new GatewayId("kong-b");

  private final Room room = new Room(300, 200);

  @Test
  void roomOfOneGatewayIsLessThanAll() {
    // Given
    var first = room.enter(A, 150);
    // When // Then
    assertThatThrownBy(() -> room.enter(A, 51)).isInstanceOf(ProblemException.class);
    var other = room.enter(B, 150);
    assertThatThrownBy(() -> room.enter(B, 1)).isInstanceOf(ProblemException.class);
    first.giveBack();
    assertThatCode(() -> other.grow(200)).doesNotThrowAnyException();
  }

  @Test
  void roomIsATwentiethOfTheHeapWhereNothingIsSet() {
    // Given
    var roomy = Room.of(with(100, 0), 20_000);
    // When
    roomy.enter(A, 500);
    // Then
    assertThatThrownBy(() -> roomy.enter(A, 1)).isInstanceOf(ProblemException.class);
    roomy.enter(B, 500);
    assertThatThrownBy(() -> roomy.enter(B, 1)).isInstanceOf(ProblemException.class);
  }

  @Test
  void roomIsWhatIsSetAndNeverLessThanABodyMayBe() {
    // Given
    var set = Room.of(with(100, 300), 20_000);
    var small = Room.of(with(400, 300), 2_000);
    // When // Then
    set.enter(A, 150);
    set.enter(B, 150);
    assertThatThrownBy(() -> set.enter(B, 1)).isInstanceOf(ProblemException.class);
    small.enter(A, 400);
    assertThatThrownBy(() -> small.enter(B, 1)).isInstanceOf(ProblemException.class);
  }

  private static IngestConfig with(long body, long memory) {
    return new FakeIngestConfig(body, body, 200, 100, memory);
  }

  @Test
  void whatGrowsTakesOnlyWhatItHasNotAndKeepsItWhereThereIsNoMore() {
    // Given
    var share = room.enter(A, 150);
    // When
    share.grow(120);
    assertThatThrownBy(() -> share.grow(201)).isInstanceOf(ProblemException.class);
    // Then
    assertThatCode(() -> room.enter(A, 50)).doesNotThrowAnyException();
    assertThatThrownBy(() -> room.enter(A, 1)).isInstanceOf(ProblemException.class);
  }

  @Test
  void isGivenBackOnce() {
    // Given
    var share = room.enter(A, 200);
    // When
    share.giveBack();
    share.giveBack();
    // Then
    room.enter(A, 200);
    room.enter(B, 100);
    assertThatThrownBy(() -> room.enter(B, 1)).isInstanceOf(ProblemException.class);
  }

  @Test
  void anEmptyDeliveryTakesRoomToo() {
    var narrow = new Room(1, 1);
    var empty = narrow.enter(A, 0);
    assertThatThrownBy(() -> narrow.enter(B, 0)).isInstanceOf(ProblemException.class);
    empty.giveBack();
    assertThatCode(() -> narrow.enter(B, 0)).doesNotThrowAnyException();
  }
}
