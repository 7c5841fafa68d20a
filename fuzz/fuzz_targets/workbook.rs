#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    entente_fuzz::let_calamine_panic();
    entente_fuzz::read("xlsx", bytes);
});
