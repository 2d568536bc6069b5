/**
 * Words of some language that are also names of services. They only count if written as a name: in brackets, as a
 * label or sender, with a capital where ordinary words have none. `Your trip code` is the code of a trip.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `line signal any other ok go like me we apple orange target match grab visa bolt steam zoom slack wise chase true major ups
  dana maya ola stripe outside dice hinge bumble wish cash trip booking shell subway
  indeed here yes no one two all app mobile bank card pay money shop store market mail post online live play game games chat
  date dating love friend friends world house home phone code user account service message info news now today free
  best new star sun moon life time way up down out off on in at to be do my is it us the and for with your our this that
  max tiki nice fair fast first next plus prime gold silver blue red green black white clear curve current dave ace aim
  air art ask axis bet box brand care cart check city club coin core deal drive edge email fan find fit flash flow fly
  food fox fun gas get gift glow grow help hey hi hub ice idea joy jump key kiss lab lime link list lively lucky made
  map meet mind mix mood most nest note oh open park party people pet pick point pop power pure push quick rain real rush
  safe save see sense share side sky smart snap sound space spark speed spot stage step stock story street super swap
  switch talk tap task team tea tip top touch town track trade travel trust turn vibe view vote walk wave web wild win
  wing work yo zero zone
  affirm alchemy alfa astro band bit blink blackbird blued bonia bookmakers branch brace bristol bunda bunches cashew cheddar
  chevron chime cita clapper clerk consultant contact contacts continente corona cred curve damai delivery dent discover
  diversity divar dolap dott duet eldorado eureka excellent familia fave feels fetch flaming flink flip fora forte fortuna
  foxy frankly freelancer gamer genome getir globo globus gorod gringo harmony her hermes honor hop hopper
  hotline humor icard image index inshallah karusel kome kopilka koshelek kaya lenta lex liberty lider lotus luck lydia magnit
  magnolia mamba manus maxim medium mega meta metro million moka mode monetka mudah neon newport next nifty noon notarielle
  okolo onet orbit order orders outbox outlier pairs paper parcel pass penta pintu pixels platform pony portal porter
  premier presto probo profi quick rabbit radiate ramble rambler rapido reward ria ride rides room royale salams samokat
  seated setel shield shielded sideline siesta simply smiles smitten soul square start subito suno superbank sunlight
  swipe taki tala tango tank taurus temporary things tick ticket tier tise travel treasury turbo twin unni uphold upland
  upward verse vida virgo vivid vivo voi waha will winds wink winner zen znanie zolushka claro oi tim caixa mercado
  premium basic standard pro lite mini max global local national express business personal family student driver rider
  courier customer member guest reservation appointment invite invitation referral discount voucher coupon promo bonus
  music video photo radio movie sport sports health fitness school college learn book books bus taxi cab car train flight
  hotel stay rent rental sale order tracking shipment package pickup locker door gate entry visit event session class
  crypto wallet credit loan insurance tax bill invoice statement payment transfer support chatbot agent device browser
  network internet wifi router camera alarm security guard secure access login register verify token auth connect`.split(
    /\s+/,
  ),
);
