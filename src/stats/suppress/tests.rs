//! What a plan promises, on tables of many shapes. The exact attacker is a script apart from this code (`attack_figures.py`).

use proptest::prelude::*;

use super::prove::Claim;
use super::*;

const HYBRID: [bool; MODES] = [true, true];

fn base(sector: usize, mode: usize, language: usize) -> Base {
    Base { sector, mode, language }
}

fn table(offered: [bool; MODES], people: &[(Base, usize, u32)]) -> Table {
    let mut table = Table::new(kind::ALL, offered);
    for (base, kind, count) in people {
        assert!(table.add(*base, *kind, *count));
    }
    table
}

fn sector(sector: usize) -> Cell {
    Cell { sector: Some(sector), ..Cell::TOTAL }
}

fn told(plan: &Plan, measures: &[Measure]) -> usize {
    (0..measures.len())
        .flat_map(|measure| Cell::every().map(move |cell| (cell, measure)))
        .filter(|(cell, measure)| plan.is_told(*cell, *measure))
        .count()
}

#[test]
fn cells_and_bases_stand_where_they_say() {
    assert!(Cell::every().enumerate().all(|(place, cell)| cell.place() == Some(place)));
    assert!(Base::every().enumerate().all(|(place, base)| base.place() == Some(place)));
    assert_eq!(Cell::every().filter(|cell| *cell == Cell::TOTAL).count(), 1);
    assert_eq!(sector(3).place(), None);
    assert_eq!(base(0, 2, 0).place(), None);
}

#[test]
fn people_are_counted_where_they_belong_and_nowhere_else() {
    let mut table =
        table(HYBRID, &[(base(0, 1, 2), kind::SEAT_PRESENT, 2), (base(1, 1, 2), kind::ONLY_PRESENT, 3), (base(1, 0, 0), kind::SEAT_ABSENT, 4)]);
    assert!(!table.add(base(3, 0, 0), kind::SEAT_PRESENT, 1));
    assert!(!table.add(base(0, 0, 0), kind::ALL, 1));
    let [registered, confirmed, attended, no_show] = Measure::held().map(|measure| table.value(Cell::TOTAL, measure));
    assert_eq!((registered, confirmed, attended, no_show), (9, 6, 5, 4));
    assert_eq!(table.value(Cell { mode: Some(1), ..sector(1) }, Measure::held()[2]), 3);
    assert_eq!(table.value(Cell { language: Some(2), ..Cell::TOTAL }, Measure::held()[2]), 5);
}

#[test]
fn nothing_small_nothing_hidden() {
    let measures = Measure::held();
    let large = Base::every().flat_map(|base| (0..kind::ALL).map(move |kind| (base, kind, 10))).collect::<Vec<_>>();
    for table in [table(HYBRID, &[]), table(HYBRID, &large)] {
        assert_eq!(told(&plan(&table, 5, &measures), &measures), CELLS * 4);
    }
    let small = table(HYBRID, &[(base(0, 0, 0), kind::SEAT_ABSENT, 1)]);
    assert_eq!(told(&plan(&small, 1, &measures), &measures), CELLS * 4);
    assert_eq!(plan(&small, 0, &measures), plan(&small, 1, &measures));
}

#[test]
fn a_small_sector_hides_another_one_with_it() {
    let measures = [Measure::held()[2]];
    let people: Vec<_> = [(0, 40), (1, 3), (2, 20)].map(|(sector, count)| (base(sector, 0, 0), kind::SEAT_PRESENT, count)).to_vec();
    let plan = plan(&table([true, false], &people), 5, &measures);
    assert!(plan.is_told(Cell::TOTAL, 0));
    assert!(!plan.is_told(sector(1), 0));
    assert_eq!([0, 2].iter().filter(|other| !plan.is_told(sector(**other), 0)).count(), 1);
}

#[test]
fn two_small_sectors_that_are_few_together_hide_more_than_themselves() {
    let measures = [Measure::held()[2]];
    let people: Vec<_> = [(0, 40), (1, 1), (2, 2)].map(|(sector, count)| (base(sector, 0, 0), kind::SEAT_PRESENT, count)).to_vec();
    let plan = plan(&table([true, false], &people), 5, &measures);
    assert!(plan.is_told(Cell::TOTAL, 0));
    assert!((0..3).all(|place| !plan.is_told(sector(place), 0)));
}

#[test]
fn everybody_in_one_small_event_hides_the_total_too() {
    let measures = Measure::held();
    let plan = plan(&table([true, false], &[(base(0, 0, 0), kind::SEAT_PRESENT, 4)]), 5, &measures);
    assert!((0..3).all(|measure| !plan.is_told(Cell::TOTAL, measure) && !plan.is_told(sector(0), measure)));
}

#[test]
fn what_can_be_subtracted_is_hidden_as_well() {
    // 20 had a seat and 18 of them came: "2 did not come" must not follow.
    let measures = Measure::held();
    let people = [(base(0, 0, 0), kind::SEAT_PRESENT, 18), (base(0, 0, 0), kind::SEAT_ABSENT, 2)];
    let plan = plan(&table([true, false], &people), 5, &measures);
    assert!(!plan.is_told(Cell::TOTAL, 3));
    assert!((0..3).any(|measure| !plan.is_told(Cell::TOTAL, measure)));
}

#[test]
fn guarded_figures_are_never_told_and_cannot_be_derived() {
    let without_seat = Measure::of(&[kind::ONLY_PRESENT], 1).guarded();
    let [registered, confirmed, attended, no_show] = Measure::held();
    let people = [(base(0, 0, 0), kind::SEAT_PRESENT, 30), (base(0, 0, 0), kind::SEAT_ABSENT, 10), (base(0, 0, 0), kind::ONLY_PRESENT, 1)];
    let table = table([true, false], &people);
    let all = |plan: &Plan| (0..4).all(|measure| plan.is_told(Cell::TOTAL, measure));
    assert!(all(&plan(&table, 5, &[registered, confirmed, attended, no_show])));
    let guarded = plan(&table, 5, &[registered, confirmed, attended, no_show, without_seat]);
    assert!(!all(&guarded));
    assert!(Cell::every().all(|cell| !guarded.is_told(cell, 4)));
}

#[test]
fn a_figure_that_does_not_exist_is_not_told() {
    let measures = Measure::held();
    let table = table(HYBRID, &[]);
    let plan = plan(&table, 5, &measures);
    assert!(!plan.is_told(sector(7), 0) && !plan.is_told(Cell::TOTAL, 4) && !plan.is_told(Cell::TOTAL, usize::MAX));
    assert_eq!(plan.figure(&table, Cell::TOTAL, &measures, 0), Some(0));
    assert_eq!(plan.figure(&table, Cell::TOTAL, &measures, 9), None);
}

#[test]
fn a_sum_is_told_only_if_all_its_parts_are() {
    assert_eq!(told_sum([]), Some(0));
    assert_eq!(told_sum([Some(7), Some(0), Some(5)]), Some(12));
    assert_eq!(told_sum([Some(7), None, Some(5)]), None);
    assert_eq!(told_sum([Some(u64::MAX), Some(1)]), None);
}

#[test]
fn counts_beyond_all_measure_tell_less_and_break_nothing() {
    let measures = Measure::held();
    let table = table([true, false], &[(base(0, 0, 0), kind::SEAT_PRESENT, u32::MAX), (base(1, 0, 0), kind::SEAT_ABSENT, 2)]);
    let plan = plan(&table, u32::MAX, &measures);
    assert!(!plan.is_told(sector(1), 3));
}

#[test]
fn the_proof_believes_nothing() {
    let measures = [Measure::held()[2]];
    let seat = |sector, count| (base(sector, 0, 0), kind::SEAT_PRESENT, count);
    let truth = table([true, false], &[seat(0, 40), seat(1, 3)]);
    let only_total = |_: usize, cell: usize| Some(cell) == Cell::TOTAL.place();
    let claim = |told: &dyn Fn(usize, usize) -> bool, witnesses: &[Table]| Claim { table: &truth, k: 5, measures: &measures, told }.holds(witnesses);
    let fits = table([true, false], &[seat(0, 38), seat(1, 5)]);
    assert!(claim(&only_total, std::slice::from_ref(&fits)));
    assert!(!claim(&only_total, &[]), "no witness");
    assert!(!claim(&only_total, &[table([true, false], &[seat(0, 39), seat(1, 4)])]), "still small");
    assert!(!claim(&only_total, &[table([true, false], &[seat(0, 39), seat(1, 5)])]), "another total");
    assert!(!claim(&only_total, &[table(HYBRID, &[seat(0, 38), (base(1, 1, 0), kind::SEAT_PRESENT, 5)])]), "nobody can attend online");
    assert!(!claim(&|_, cell| only_total(0, cell) || Some(cell) == sector(1).place(), &[fits]), "a small figure is told");
}

#[test]
fn more_kinds_and_more_figures_are_proven_as_well() {
    // Each kind twice, invited or not; and kinds that no figure counts.
    let twice = |kinds: &[usize]| kinds.iter().flat_map(|kind| [*kind, kind + 4]).collect::<Vec<_>>();
    let [a, n, w, r] = [kind::SEAT_PRESENT, kind::SEAT_ABSENT, kind::ONLY_PRESENT, kind::ONLY_REGISTERED];
    let invited = Measure::of(&[4, 5, 6, 7, 8], 1);
    let measures = [
        Measure::of(&twice(&[a, n, w, r]), 3),
        Measure::of(&twice(&[a, n]), 3),
        Measure::of(&twice(&[a, w]), 20),
        Measure::of(&twice(&[n]), 1),
        invited,
    ];
    let mut table = Table::new(10, HYBRID);
    for (place, base) in Base::every().enumerate() {
        for kind in 0..10 {
            assert!(table.add(base, kind, u32::try_from((place * 7 + kind * 5) % 11).unwrap().saturating_sub(6)));
        }
    }
    let plan = proven(&table, 5, &measures).unwrap();
    assert!(plan.is_told(Cell::TOTAL, 2) && plan.is_told(Cell::TOTAL, 4));
}

fn counts() -> impl Strategy<Value = u32> {
    prop_oneof![8 => Just(0_u32), 4 => 1_u32..5, 2 => 5_u32..40, 1 => 1000_u32..100_000]
}

fn tables() -> impl Strategy<Value = Table> {
    let size = BASES * kind::ALL;
    let shape = prop_oneof![
        proptest::collection::vec(counts(), size),
        proptest::collection::vec(prop_oneof![30 => Just(0_u32), 1 => 1_u32..9], size),
        proptest::collection::vec(0_u32..3, size),
        proptest::collection::vec(20_u32..90, size),
    ];
    let modes = prop_oneof![3 => Just([true, true]), 1 => Just([true, false]), 1 => Just([false, true])];
    (shape, modes, 0_usize..4).prop_map(|(counts, offered, only)| {
        let mut table = Table::new(kind::ALL, offered);
        for (place, base) in Base::every().enumerate().filter(|(_, base)| offered[base.mode] && (only == 3 || base.sector == only)) {
            for kind in 0..kind::ALL {
                assert!(table.add(base, kind, counts[place * kind::ALL + kind]));
            }
        }
        table
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_plan_is_proven_tells_nothing_small_and_is_always_the_same(table in tables(), k in 2_u32..12, which in 0_usize..3) {
        let held = Measure::held();
        let guarded = [held[0], held[1], held[2], held[3], Measure::of(&[kind::ONLY_PRESENT], 1).guarded()];
        let to_come = Measure::to_come();
        let measures: &[Measure] = [&held[..], &guarded[..], &to_come[..]][which];
        let plan = proven(&table, k, measures);
        prop_assert!(plan.is_some());
        let plan = plan.unwrap();
        for (place, measure) in measures.iter().enumerate() {
            for cell in Cell::every() {
                let value = table.value(cell, *measure);
                let small = value > 0 && value < u64::from(k);
                prop_assert!(!(plan.is_told(cell, place) && small));
                prop_assert_eq!(plan.figure(&table, cell, measures, place), plan.is_told(cell, place).then_some(value));
            }
        }
        prop_assert_eq!(proven(&table, k, measures), Some(plan));
    }

    #[test]
    fn no_single_figure_is_hidden_alone_in_its_row(table in tables(), k in 2_u32..9) {
        let plan = plan(&table, k, &Measure::held());
        for measure in 0..4 {
            for cell in Cell::every().filter(|cell| cell.sector.is_none() && plan.is_told(*cell, measure)) {
                let hidden = (0..SECTORS).filter(|sector| !plan.is_told(Cell { sector: Some(*sector), ..cell }, measure)).count();
                prop_assert!(hidden != 1);
            }
        }
    }
}
